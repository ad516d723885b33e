using BorderWatch.Ingestion.Fetching;

namespace BorderWatch.Ingestion.Tests.Fetching;

/// <summary>robots.txt as RFC 9309 reads it.</summary>
public sealed class RobotsRulesTests
{
    private const string File = """
        # Everybody
        User-agent: *
        Disallow: /private/   # not for machines
        Allow: /private/press
        Disallow: /*.pdf$
        Disallow: /search*q=
        Crawl-delay: 3

        User-Agent: OtherBot
        User-agent: BadBot/2.0
        Disallow: /
        """;

    [Theory]
    [InlineData("/", true)]
    [InlineData("/news/private/", true)]
    [InlineData("/private/", false)]
    [InlineData("/private/a", false)]
    [InlineData("/private/press/1", true)]
    [InlineData("/a/b.pdf", false)]
    [InlineData("/a/b.pdf?page=1", true)]
    [InlineData("/search?lang=en&q=x", false)]
    [InlineData("/search", true)]
    public void Rules_ForEverybody_AreOurs(string path, bool allowed) => Assert.Equal(allowed, RobotsRules.Read(File).Allows(new Uri("https://outlet.example" + path)));

    [Fact]
    public void Rules_ForUs_OutrankThoseForEverybody()
    {
        var rules = RobotsRules.Read(File + "\n\nuser-agent: borderwatch\nDisallow: /live/\n");

        Assert.True(rules.Allows(new Uri("https://outlet.example/private/")));
        Assert.False(rules.Allows(new Uri("https://outlet.example/live/1")));
    }

    [Fact]
    public void Pause_IsRead() => Assert.Equal(TimeSpan.FromSeconds(3), RobotsRules.Read(File).Delay);

    [Theory]
    [InlineData("")]
    [InlineData("<html>Not found</html>")]
    [InlineData("User-agent: *\nDisallow:\n")]
    public void FileThatForbidsNothing_AllowsAll(string text) => Assert.True(RobotsRules.Read(text).Allows(new Uri("https://outlet.example/a")));

    [Fact]
    public void HostilePattern_TakesNoTime()
    {
        var rules = RobotsRules.Read("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 2000)) + "$");
        var clock = System.Diagnostics.Stopwatch.StartNew();

        Assert.True(rules.Allows(new Uri("https://outlet.example/" + new string('a', 4000) + "b")));
        Assert.InRange(clock.ElapsedMilliseconds, 0, 1000);
    }
}
