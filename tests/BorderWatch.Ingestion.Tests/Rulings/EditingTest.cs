using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Rulings;

/// <summary>Tests of what editors do: a bombing in Bannu that outlets tell of, and two editors.</summary>
public abstract class EditingTest(PostgresFixture postgres) : PipelineTest(postgres)
{
    protected const string FourKilled = "A roadside bomb killed four policemen in Bannu in Pakistan on Tuesday, officials said.";

    protected const string SixKilled = "Six policemen died when a roadside bomb hit their van in Bannu in Pakistan on Tuesday, a hospital said.";

    protected static readonly Caller Amina = new(Guid.Parse("0190aaaa-0000-7000-8000-000000000001"), "Amina", Caller.Local.Permissions);

    protected static readonly Caller Boris = new(Guid.Parse("0190bbbb-0000-7000-8000-000000000002"), "Boris", Caller.Local.Permissions);

    protected static readonly Caller Reader = new(Guid.Parse("0190cccc-0000-7000-8000-000000000003"), "Reader", new HashSet<Permission> { Permission.Read, Permission.Export });

    protected IRulingCommands Rulings => Pipeline.Get<IRulingCommands>();

    protected IReviewCommands Reviews => Pipeline.Get<IReviewCommands>();

    protected IMergeCommands Merges => Pipeline.Get<IMergeCommands>();

    protected IUndoCommands Undos => Pipeline.Get<IUndoCommands>();

    protected static ClaimValue.Casualties Exactly(int people) => new(people, people, people);

    private protected async Task<TakenArticle> TellAsync(string outlet, string title, string text, string published = "2026-11-18", string? id = null)
    {
        await using var db = Pipeline.Open();
        var source = await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Name == outlet, Stop) ?? await SourceAsync(outlet, $"https://{outlet.Replace(' ', '-')}.example/feed");
        return await TakeAsync(source, title, text, published, id: id ?? $"{outlet}-1");
    }

    /// <summary>The bombing with four killed, as its first outlet tells it.</summary>
    protected async Task<Incident> BombingAsync()
    {
        await TellAsync("First", "Bomb kills four in Bannu", FourKilled);
        return Assert.Single(await IncidentsAsync());
    }

    protected async Task<Incident> FindAsync(Guid id)
    {
        await using var db = Pipeline.Open();
        return await db.Incidents.AsNoTracking().Include(i => i.Place).Include(i => i.Tags).Include(i => i.Actors).ThenInclude(a => a.Actor).Include(i => i.Reports).ThenInclude(r => r.Claims)
            .AsSplitQuery().SingleAsync(i => i.Id == id, Stop);
    }

    protected async Task<RulingView?> StandingAsync(Guid incident, ClaimField field)
    {
        await using var db = Pipeline.Open();
        return await db.Rulings.AsNoTracking().SingleOrDefaultAsync(r => r.IncidentId == incident && r.Field == field && r.SupersededAt == null, Stop) is { } ruling ? RulingView.Of(ruling) : null;
    }

    protected async Task<List<Revision>> HistoryAsync(Guid incident)
    {
        await using var db = Pipeline.Open();
        return await db.Revisions.AsNoTracking().Where(r => r.SubjectId == incident).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(Stop);
    }

    protected async Task<Edited> CorrectAsync(Guid incident, ClaimField field, params ClaimValue[] values)
    {
        var result = await Rulings.CorrectAsync(new(incident, field, values, null, null, (await StandingAsync(incident, field))?.Id), Amina, Stop);
        return Done(result).Edited!;
    }

    protected static T Done<T>(CommandResult<T> result) where T : class
    {
        Assert.Null(result.Error);
        return result.Value!;
    }

    protected async Task AssertChainHoldsAsync() => Assert.Null((await Pipeline.Get<IRevisionChain>().VerifyAsync(null, Stop)).Broken);
}
