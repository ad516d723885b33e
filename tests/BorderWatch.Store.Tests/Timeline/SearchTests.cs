using BorderWatch.Store.Actors;
using BorderWatch.Store.Timeline;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests.Timeline;

public sealed class SearchTests(SearchTests.Library library) : IClassFixture<SearchTests.Library>
{
    [Theory]
    [InlineData("Gorno-Badakhshan", "pamir")]
    [InlineData("gorno badakhshan", "pamir")]
    [InlineData("Zahedān", "sistan")]
    [InlineData("zahedan", "sistan")]
    [InlineData("\"bus station\"", "sistan")]
    [InlineData("\"station bus\"", "")]
    [InlineData("smuggler", "pamir")]
    [InlineData("BLA", "sistan")]
    [InlineData("drones", "pamir, river")]
    [InlineData("drones -smugglers", "river")]
    [InlineData("drones -\"caught smugglers\"", "river")]
    [InlineData("-drones", "silent, sistan")]
    [InlineData("drones or bus", "pamir, river, sistan")]
    [InlineData("withdrawn", "")]
    [InlineData("Badakshan", "pamir")]
    [InlineData("balouch liberation", "sistan")]
    [InlineData("xyzzy", "")]
    [InlineData("   ", "pamir, river, silent, sistan")]
    [InlineData("\"unclosed drones", "")]
    [InlineData("' & | ! <-> :* \\ %", "pamir, river, silent, sistan")]
    [InlineData("dro\0nes", "pamir, river")]
    public async Task Text_Finds(string text, string expected)
    {
        var page = await library.Store.Get<ITimelineQuery>().PageAsync(new() { Text = text }, null, 100, TestContext.Current.CancellationToken);

        Assert.Equal(expected, string.Join(", ", page.Rows.Select(row => row.Title.Split(':')[0]).Order(StringComparer.Ordinal)));
    }

    public sealed class Library(PostgresFixture postgres) : IAsyncLifetime
    {
        private StoreDatabase? _store;

        public StoreDatabase Store => _store!;

        public async ValueTask InitializeAsync()
        {
            _store = await StoreDatabase.CreateAsync(postgres, TestContext.Current.CancellationToken);
            var story = new Story();
            var outlet = story.Source("Outlet");
            var pamir = story.Incident("pamir: Patrol fired on", place: story.Place("Khorugh", "Gorno-Badakhshan", "TJ"));
            story.Report(pamir, outlet, "Patrol", "A drone followed them. Guards caught smugglers later.");
            var river = story.Incident("river: Drone brought down");
            story.Report(river, outlet, "River", "It fell into the river.");
            var sistan = story.Incident("sistan: Bomb");
            var army = story.Actor("Baloch Liberation Army");
            story.Alias(army, "BLA");
            story.Part(sistan, army, ActorRole.Perpetrator);
            story.Report(sistan, outlet, "Bomb", "It went off at the bus station of Zahedān.");
            var silent = story.Incident("silent: Nothing known");
            story.Report(silent, outlet, "Old", "This was withdrawn.").SupersededAt = DateTimeOffset.UtcNow;
            await using var db = _store.Open();
            await story.TellAsync(db, TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            if (_store is not null) await _store.DisposeAsync();
        }
    }
}
