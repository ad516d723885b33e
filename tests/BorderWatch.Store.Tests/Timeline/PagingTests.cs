using BorderWatch.Store.Actors;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Tests.Timeline;

public sealed class PagingTests(World world) : IClassFixture<World>
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(50)]
    public async Task Pages_TogetherAreTheWholeList(int size)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var query = world.Store.Get<ITimelineQuery>();
        var filter = new TimelineFilter { Countries = ["TJ"] };
        var whole = await query.PageAsync(filter, null, 1000, cancellation);
        Assert.Null(whole.Next);
        Assert.Contains(whole.Rows.GroupBy(row => row.TimelineDate), day => day.Count() > 1);

        var pages = new List<TimelineRow>();
        TimelineCursor? after = null;
        do
        {
            var page = await query.PageAsync(filter, after, size, cancellation);
            Assert.InRange(page.Rows.Count, 1, size);
            pages.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(whole.Rows.Select(row => row.Id), pages.Select(row => row.Id));
        Assert.Equal(whole.Rows.Select(row => row.TimelineDate).OrderDescending(), pages.Select(row => row.TimelineDate));
    }

    [Fact]
    public async Task Row_SaysWhatTheIncidentSays()
    {
        var page = await world.Store.Get<ITimelineQuery>().PageAsync(new(), null, 1000, TestContext.Current.CancellationToken);

        foreach (var row in page.Rows)
        {
            var told = world.All.Single(i => i.Incident.Id == row.Id);
            Assert.Equal(told.Incident.Killed, row.Killed);
            Assert.Equal(told.Incident.Injured, row.Injured);
            Assert.Equal((told.Place?.Name, told.Place?.Admin1, told.Place?.CountryCode), (row.PlaceName, row.Admin1, row.CountryCode));
            Assert.Equal(told.Actors.Select(actor => actor.Name).Order(StringComparer.Ordinal), row.Perpetrators.Order(StringComparer.Ordinal));
            Assert.Equal(told.Incident.Actors.Count(part => part.Role == ActorRole.Target), row.Targets.Count);
            Assert.Equal((told.Sources.Count, told.Sources.Count), (row.ReportCount, row.SourceCount));
            Assert.Equal(told.Sources.Count > 0 && told.Sources.All(source => source.IsDemo), row.IsDemo);
        }
    }
}
