using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Desk;

/// <summary>The desk: what lies in which lane, what comes first, and what comes next.</summary>
public sealed class DeskQueryTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private readonly Story _story = new();

    private IDeskQuery Desk => Get<IDeskQuery>();

    [Fact]
    public async Task ManyKilled_ComeFirst_AndThenWhatIsContradicted()
    {
        var quiet = _story.Incident("Quiet");
        var differing = _story.Incident("Differing");
        differing.HasConflict = true;
        var deadly = _story.Incident("Deadly", killed: new(20, 20, 20));
        await TellAsync(_story);

        var items = await Desk.ItemsAsync(DeskLane.Review, null, 10, Cancellation);

        Assert.Equal([deadly.Id, differing.Id, quiet.Id], items.Select(item => item.Row.Id));
        Assert.Equal(Story.Arrival, items[0].Since);
    }

    [Fact]
    public async Task Lanes_HoldWhatIsTheirs()
    {
        _story.Incident("New");
        _story.Incident("Done", status: IncidentStatus.Confirmed);
        var challenged = _story.Incident("Challenged", status: IncidentStatus.Confirmed);
        challenged.IsChallenged = true;
        var differing = _story.Incident("Differing", status: IncidentStatus.Confirmed);
        differing.HasConflict = true;
        var rejected = _story.Incident("Rejected", status: IncidentStatus.Rejected);
        rejected.HasConflict = true;
        var merged = _story.Incident("Merged");
        merged.MergedIntoId = challenged.Id;
        await TellAsync(_story);

        Assert.Equal(new DeskCounts(1, 1, 0, 1), await Desk.CountAsync(null, Cancellation));
        Assert.Equal("Challenged", Assert.Single(await Desk.ItemsAsync(DeskLane.Challenged, null, 10, Cancellation)).Row.Title);
        Assert.Equal("Differing", Assert.Single(await Desk.ItemsAsync(DeskLane.Differ, null, 10, Cancellation)).Row.Title);
        Assert.DoesNotContain((await Get<ITimelineQuery>().PageAsync(new TimelineFilter(), null, 50, Cancellation)).Rows, row => row.Title == "Merged");
    }

    [Fact]
    public async Task Pairs_AreThoseThatNobodyHasSettled()
    {
        var (one, two, three, gone) = (_story.Incident("One"), _story.Incident("Two"), _story.Incident("Three"), _story.Incident("Gone", status: IncidentStatus.Rejected));
        await TellAsync(_story);
        await using (var db = Open())
        {
            db.AddRange(Pair(one, two, 0.4), Pair(one, three, 0.45), Pair(two, gone, 0.49));
            var parted = Pair(two, three, 0.48);
            parted.PartedAt = Story.Arrival;
            db.Add(parted);
            await db.SaveChangesAsync(Cancellation);
        }

        var pairs = await Desk.PairsAsync(10, Cancellation);

        Assert.Equal([("One", "Three"), ("One", "Two")], pairs.Select(pair => new[] { pair.First.Row.Title, pair.Second.Row.Title }.Order().ToArray()).Select(titles => (titles[0], titles[1])));
        Assert.Equal(2, (await Desk.CountAsync(null, Cancellation)).Duplicates);
    }

    [Fact]
    public async Task Next_IsWhatRanksAfter_AndTheFirstAgainAtTheEnd()
    {
        var deadly = _story.Incident("Deadly", killed: new(20, 20, 20));
        var grave = _story.Incident("Grave", killed: new(5, 5, 5));
        var quiet = _story.Incident("Quiet");
        await TellAsync(_story);

        Assert.Equal(grave.Id, await Desk.NextAsync(DeskLane.Review, null, deadly.Id, Cancellation));
        Assert.Equal(quiet.Id, await Desk.NextAsync(DeskLane.Review, null, grave.Id, Cancellation));
        Assert.Equal(deadly.Id, await Desk.NextAsync(DeskLane.Review, null, quiet.Id, Cancellation));
        Assert.Null(await Desk.NextAsync(DeskLane.Challenged, null, quiet.Id, Cancellation));
    }

    private static PossibleDuplicate Pair(Incident a, Incident b, double score)
    {
        var (first, second) = a.Id.CompareTo(b.Id) < 0 ? (a.Id, b.Id) : (b.Id, a.Id);
        return new PossibleDuplicate { FirstId = first, SecondId = second, Score = score, Reason = "same day", At = Story.Arrival };
    }
}
