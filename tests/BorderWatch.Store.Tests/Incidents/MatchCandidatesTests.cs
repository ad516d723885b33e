using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Incidents;

public sealed class MatchCandidatesTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private static readonly MatchWindow Window = new(new(2026, 11, 9), new(2026, 11, 12), "TJ", ["Battles"]);

    [Fact]
    public async Task Find_GivesWhatCanBeTheSame()
    {
        var story = new Story();
        var (there, elsewhere) = (story.Place("Panj", "Khatlon", "TJ"), story.Place("Osh", "Osh", "KG"));
        var same = story.Incident("same day", "2026-11-10", place: there);
        story.Part(same, story.Actor("Smugglers"), ActorRole.Perpetrator);
        var report = story.Report(same, story.Source("Wire"), "One", "One.");
        story.Incident("place unknown", "2026-11-11");
        story.Incident("rejected", "2026-11-12", place: there, status: IncidentStatus.Rejected);
        var month = story.Incident("sometime in November", "2026-11-30", place: there);
        month.OccurredFrom = new(2026, 11, 1);
        story.Incident("after", "2026-11-13", place: there);
        story.Incident("before", "2026-11-08", place: there);
        story.Incident("other country", "2026-11-10", place: elsewhere);
        story.Incident("other kind", "2026-11-10", "Protests", there);
        await TellAsync(story);
        await using var db = Open();

        var found = await Get<IMatchCandidates>().FindAsync(db, Window, Cancellation);

        Assert.Equal(["sometime in November", "rejected", "place unknown", "same day"], found.Select(candidate => candidate.Title));
        Assert.Equal("Panj", found[^1].Place!.Name);
        Assert.Equal(["smugglers"], found[^1].Actors.Select(actor => actor.NameKey));
        Assert.Equal([report.ArticleId], found[^1].ArticleIds);
    }

    [Fact]
    public async Task Lock_MakesTheSecondWait()
    {
        var matching = Get<IMatchCandidates>();
        await using var one = Open();
        await using var other = Open();
        await using var first = await one.Database.BeginTransactionAsync(Cancellation);
        await using var second = await other.Database.BeginTransactionAsync(Cancellation);
        await matching.LockAsync(one, Cancellation);

        var waiting = matching.LockAsync(other, Cancellation);
        Assert.NotSame(waiting, await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromMilliseconds(300), Cancellation)));
        await first.CommitAsync(Cancellation);
        await waiting.WaitAsync(TimeSpan.FromSeconds(20), Cancellation);
    }

    [Fact]
    public async Task Lock_WithoutTransaction_Throws()
    {
        await using var db = Open();

        await Assert.ThrowsAsync<InvalidOperationException>(() => Get<IMatchCandidates>().LockAsync(db, Cancellation));
    }
}
