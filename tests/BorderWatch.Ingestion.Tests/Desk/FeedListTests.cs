using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Store.Accounts;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Desk;

/// <summary>Lists of feeds, to take over and to give away.</summary>
public sealed class FeedListTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private const string List = """
        <?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
        <outline text="Asia"><outline type="rss" text="Kunar & Post" xmlUrl="https://kunar.example/feed" htmlUrl="https://kunar.example/"/>
        <outline type="rss" text="Kunar &amp; Post" xmlUrl="https://kunar.example/sport"/></outline>
        <outline type="rss" title="Herat Daily" text="x" xmlUrl="https://herat.example/feed"/>
        <outline type="rss" text="Again" xmlUrl="https://herat.example/feed"/><outline type="link" text="No feed" url="https://link.example/"/>
        <outline type="rss" text="Passwords" xmlUrl="/etc/passwd"/>
        </body></opml>
        """;

    [Fact]
    public async Task Import_AddsEachFeedOnce_AndRefusesFiles()
    {
        var list = Pipeline.Get<IFeedList>();

        var first = await list.ImportAsync(List, Caller.Local, Stop);
        var second = await list.ImportAsync(List, Caller.Local, Stop);

        Assert.Equal((3, 0, null), (first.Added, first.Known, first.Error));
        Assert.Equal(["Passwords: its address does not begin with http:// or https://."], first.Refused);
        Assert.Equal((0, 3), (second.Added, second.Known));
        await using var db = Pipeline.Open();
        Assert.Equal(["Herat Daily", "Kunar & Post", "Kunar & Post (kunar.example/sport)"], db.Sources.Where(s => s.FeedUrl != null).Select(s => s.Name).ToList().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Export_IsRead_AsItWasWritten()
    {
        await SourceAsync("Kunar <Post> & \"Sons\"", "https://kunar.example/feed?a=1&b=2");
        await SourceAsync("From a file", "/var/feeds/a.xml");

        var feeds = Opml.Read((await Pipeline.Get<IFeedList>().ExportAsync(Caller.Local, Stop)).Value!);

        Assert.Equal([new OpmlFeed("Kunar <Post> & \"Sons\"", "https://kunar.example/feed?a=1&b=2")], feeds!);
    }

    [Theory]
    [InlineData("<rss version=\"2.0\"/>", "This is no list of feeds (OPML): export one from your feed reader.")]
    [InlineData("hello", "This is no list of feeds (OPML): export one from your feed reader.")]
    [InlineData("<opml><body/></opml>", "The list holds no feeds.")]
    public async Task WhatIsNoList_IsTold(string text, string error) => Assert.Equal(error, (await Pipeline.Get<IFeedList>().ImportAsync(text, Caller.Local, Stop)).Error);
}
