using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Escalation;
using BorderWatch.Store.Regions;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Escalation;

/// <summary>A region that was quiet for a year and is not this week. Days count from now: the store's clock is the world's.</summary>
public sealed class EscalationQueryTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly DateOnly s_yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);

    [Theory]
    [InlineData(null)] // From the sums by day.
    [InlineData("Khatlon")] // From the incidents.
    public async Task Week_IsHeldAgainstTheYearBefore(string? province)
    {
        var region = await TellAsync(province);

        var reading = (await Get<IEscalationQuery>().ReadAsync(region, s_yesterday, Cancellation))!;

        Assert.Equal(["Battles", "Protests"], reading.Types.Select(week => week.EventType));
        Assert.Equal([(9, RangeVerdict.Above), (1, RangeVerdict.Within)], reading.Types.Select(week => (week.Count, reading.VerdictOf(week))));
        Assert.Equal(s_yesterday.AddDays(-7 * 60), reading.KnownSince);
    }

    [Fact]
    public async Task Rule_GivesNoticeOnce_AndItsPastSaysTheSame()
    {
        var region = await TellAsync(null);
        var draft = new AlertDraft { Name = "Watch", Kind = AlertKind.Escalation, Filter = new() { RegionId = region }, MailTo = "rosa@desk.example" };
        var rule = (await Get<IAlertCommands>().SaveAsync(null, draft, Caller.Local, Cancellation)).Value;

        Assert.Equal(1, await Get<IAlertFiring>().FireAsync(rule, Cancellation));
        Assert.Equal(0, await Get<IAlertFiring>().FireAsync(rule, Cancellation));

        var notice = Assert.Single((await Get<IAlertQuery>().FindAsync(rule, Caller.Local, Cancellation)).Value!.Notices);
        Assert.StartsWith("Battles in Panj: 9 incidents", notice.Headline);
        Assert.Equal((9, region), (notice.Content.Total, notice.Content.Escalation!.RegionId));
        Assert.Single(await Get<IAlertOutbox>().LeaseAsync(8, TimeSpan.FromMinutes(1), Cancellation));
        Assert.Equal(1, (await Get<IAlertQuery>().PastAsync(draft, Caller.Local, Cancellation)).Value!.Times);
        Assert.Equal(0, (await Get<IAlertQuery>().PastAsync(draft with { Filter = draft.Filter with { EventTypes = ["Protests"] } }, Caller.Local, Cancellation)).Value!.Times);
    }

    // A battle and a protest a week for sixty weeks, and nine battles in the last.
    private async Task<Guid> TellAsync(string? province)
    {
        var story = new Story();
        var place = story.Place("Panj", "Khatlon", "TJ");
        for (var week = 0; week <= 60; week++)
        {
            var day = s_yesterday.AddDays(-7 * week).ToString("O");
            story.Incident($"Protest {week}", day, "Protests", place);
            for (var n = 0; n < (week == 0 ? 9 : 1); n++) story.Incident($"Battle {week}.{n}", day, "Battles", place);
        }
        await TellAsync(story);
        return (await Get<IRegionCommands>().CreateAsync("Panj", [new RegionPart.Area("TJ", province)], Caller.Local, Cancellation)).Value;
    }
}
