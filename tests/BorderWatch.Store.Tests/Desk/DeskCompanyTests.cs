using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Tests.Accounts;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Desk;

/// <summary>Who has taken what, and who looks on.</summary>
public sealed class DeskCompanyTests(PostgresFixture postgres) : AccountTest(postgres)
{
    private IDeskCompany Company => Get<IDeskCompany>();

    [Fact]
    public async Task Taken_IsTheirs_UntilLetGo()
    {
        var (leyla, idris, incident) = await StageAsync();

        Assert.True((await Company.TakeAsync(incident, null, leyla, Cancellation)).Succeeded);
        Assert.Equal("Leyla Aziz has taken it in the meantime. Take it over only if that is meant.", (await Company.TakeAsync(incident, null, idris, Cancellation)).Error);
        Assert.False((await Company.ReleaseAsync(incident, idris, Cancellation)).Value);
        Assert.Equal(new HoldView(leyla.Id, "Leyla Aziz", Clock.GetUtcNow()), (await AtAsync(incident)).Hold);

        Assert.True((await Company.ReleaseAsync(incident, leyla, Cancellation)).Value);
        Assert.Null((await AtAsync(incident)).Hold);
        Assert.True((await Company.TakeAsync(incident, null, idris, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task TakenOver_FromWhomItWasSeen_AndFromNobodyElse()
    {
        var (leyla, idris, incident) = await StageAsync();
        await Company.TakeAsync(incident, null, leyla, Cancellation);

        Assert.NotNull((await Company.TakeAsync(incident, "Rosa Blum", idris, Cancellation)).Error);
        Assert.True((await Company.TakeAsync(incident, "Leyla Aziz", idris, Cancellation)).Succeeded);
        // Who had it learns who has it, and cannot take it back unawares.
        Assert.StartsWith("Idris Vale has taken it", (await Company.TakeAsync(incident, null, leyla, Cancellation)).Error);
    }

    [Fact]
    public async Task OfManyAtOnce_OneHasIt()
    {
        var rosa = await AdministratorAsync();
        List<Caller> many = [];
        for (var n = 0; n < 6; n++) many.Add(await InvitedAsync(rosa, $"Editor{n} Vale", Role.Editor));
        var incident = await IncidentAsync();

        var taken = await Task.WhenAll(many.Select(caller => Company.TakeAsync(incident, null, caller, Cancellation)));

        Assert.Single(taken, result => result.Succeeded);
    }

    [Fact]
    public async Task Hold_EndsInSilence_AndAPageThatIsThereKeepsIt()
    {
        var (leyla, idris, incident) = await StageAsync();
        var page = Guid.NewGuid();
        await Company.TakeAsync(incident, null, leyla, Cancellation);
        var taken = Clock.GetUtcNow();
        for (var minute = 0; minute < 15; minute++)
        {
            Clock.Advance(TimeSpan.FromMinutes(1));
            await Company.VisitAsync(page, incident, false, leyla, Cancellation);
        }
        Assert.Equal(taken, (await AtAsync(incident)).Hold!.TakenAt);

        Clock.Advance(DeskHold.Life - TimeSpan.FromSeconds(1));
        Assert.NotNull((await Company.TakeAsync(incident, null, idris, Cancellation)).Error);
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await AtAsync(incident)).Hold);
        // A page that wakes up later does not bring it back.
        await Company.VisitAsync(page, incident, false, leyla, Cancellation);
        Assert.Null((await AtAsync(incident)).Hold);
        Assert.True((await Company.TakeAsync(incident, null, idris, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task Visits_AreThoseOfTheLastMinute_EachPersonOnce()
    {
        var (leyla, idris, incident) = await StageAsync();
        var (one, two, his) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Company.VisitAsync(one, incident, false, leyla, Cancellation);
        await Company.VisitAsync(two, incident, true, leyla, Cancellation);
        await Company.VisitAsync(his, incident, false, idris, Cancellation);

        Assert.Equal([new(idris.Id, "Idris Vale", false), new VisitView(leyla.Id, "Leyla Aziz", true)], (await AtAsync(incident)).Visits);

        await Company.LeaveAsync(two, Cancellation);
        Assert.False((await AtAsync(incident)).Visits[1].IsEditing);
        Clock.Advance(TimeSpan.FromSeconds(40));
        await Company.VisitAsync(his, incident, false, idris, Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal("Idris Vale", Assert.Single((await AtAsync(incident)).Visits).Name);
    }

    [Fact]
    public async Task Visits_ThatWereForgotten_AreCleared()
    {
        var (leyla, _, incident) = await StageAsync();
        await Company.VisitAsync(Guid.NewGuid(), incident, false, leyla, Cancellation);
        Clock.Advance(DeskHold.Life);
        await Company.VisitAsync(Guid.NewGuid(), incident, false, leyla, Cancellation);

        await using var db = Open();
        Assert.Equal(1, await db.IncidentVisits.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Signals_SayWhichIncident_AndOnlyWhereSomethingChanged()
    {
        var (leyla, _, incident) = await StageAsync();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var page = Guid.NewGuid();
        List<Guid> heard = [];
        var listening = Task.Run(async () =>
        {
            await foreach (var one in Get<IDeskSignals>().ListenAsync(enough.Token))
            {
                heard.Add(one);
                if (heard.Count == 4) return;
            }
        }, Cancellation);
        await ListeningAsync();

        await Company.VisitAsync(page, incident, false, leyla, Cancellation);
        for (var n = 0; n < 5; n++) await Company.VisitAsync(page, incident, false, leyla, Cancellation); // Nothing new.
        await Company.VisitAsync(page, incident, true, leyla, Cancellation);
        await Company.TakeAsync(incident, null, leyla, Cancellation);
        await Company.LeaveAsync(page, Cancellation);
        await listening.WaitAsync(TimeSpan.FromSeconds(60), Cancellation);

        Assert.Equal([incident, incident, incident, incident], heard);
        await enough.CancelAsync();
    }

    [Fact]
    public async Task Colleagues_AreWhoMayRule()
    {
        var (leyla, idris, incident) = await StageAsync();
        var rosa = await CallerAsync("rosa@desk.example");
        await InvitedAsync(rosa, "Ana Lind", Role.Analyst);
        await Commands.SetLockedAsync(idris.Id!.Value, true, rosa, Cancellation);

        Assert.Equal(["Leyla Aziz", "Rosa Blum"], (await Company.ColleaguesAsync(leyla, Cancellation)).Value!.Select(colleague => colleague.Name));
        Assert.NotNull((await Company.TakeAsync(Guid.NewGuid(), null, leyla, Cancellation)).Error);
        Assert.Null((await AtAsync(incident)).Assignee);
    }

    // LISTEN is heard from when it is said; the test must not speak before.
    private async Task ListeningAsync()
    {
        await using var db = Open();
        for (var n = 0; n < 600; n++)
        {
            if (await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN borderwatch_desk%' AND state = 'idle'""").SingleAsync(Cancellation) > 0) return;
            await Task.Delay(50, Cancellation);
        }
        Assert.Fail("Nobody listens.");
    }

    private async Task<IncidentCompany> AtAsync(Guid incident) => (await Company.OfAsync([incident], await CallerAsync("rosa@desk.example"), Cancellation)).Value![incident];

    private async Task<(Caller Leyla, Caller Idris, Guid Incident)> StageAsync()
    {
        var rosa = await AdministratorAsync();
        return (await InvitedAsync(rosa, "Leyla Aziz", Role.Editor), await InvitedAsync(rosa, "Idris Vale", Role.Editor), await IncidentAsync());
    }

    private async Task<Guid> IncidentAsync()
    {
        await using var db = Open();
        var incident = new Incident { Title = "A clash", EventType = "Battles", SubEventType = "Armed clash", TimelineDate = new DateOnly(2026, 11, 20) };
        db.Add(incident);
        await db.SaveChangesAsync(Cancellation);
        return incident.Id;
    }
}
