using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Web.Learning;
using Bunit;

namespace BorderWatch.Web.Tests.Learning;

public sealed class LearntItemTests : BunitContext
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 11, 0, 0, TimeSpan.Zero);

    private static readonly LearntRow s_alias = new(
        Guid.NewGuid(), LearntKind.ActorAlias, null, null, "Pamir Front", new ClaimValue.Actor("Upper Valley", ActorRole.Perpetrator, Attribution.Confirmed, ActorKind.Rebel, "TJ"), 3, 2, new(3, 0, 3, 0, 3), s_now,
        false, null, null, [new(Guid.NewGuid(), "Attack in Bannu", "Amina", false, true)])
    {
        Language = "en",
    };

    [Fact]
    public void Alias_SaysWhomItMeans_FromWhat_AndCanBeSwitched()
    {
        var item = Show(s_alias);

        Assert.Equal("“Pamir Front” in articles in the language “en” is Upper Valley", Plain(item.Find("h3").TextContent));
        Assert.Contains("From 3 incidents and the rulings of 2 editors", Plain(item.Markup), StringComparison.Ordinal);
        Assert.Equal("Switch on", item.Find("button").TextContent);
    }

    [Fact]
    public void Objection_TakesTheSwitchAway_AndIsSaid()
    {
        var item = Show(s_alias with { Objection = "Editors gave this name to several: A, B." });

        Assert.Empty(item.FindAll("button"));
        Assert.Contains("editors gave this name to several: A, B.", Plain(item.Markup), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutRulings_NobodyIsCounted()
    {
        var item = Show(s_alias with { Editors = 0 });

        Assert.Contains("From 3 incidents that editors reviewed", Plain(item.Markup), StringComparison.Ordinal);
        Assert.DoesNotContain("0 editors", item.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Confidence_SaysFromWhatToWhatItWasLowered()
    {
        var report = Sample.Report("Racing Post", "A race.", s_now) with { RulesConfidence = 0.8, IncidentLikelihood = 0.21, Confidence = 0.21 };

        var said = Render<LearntConfidence>(parameters => parameters.Add(shown => shown.Reports, [report, Sample.Report("Other", "A fight.", s_now)]));

        Assert.Contains("Confidence in the report of Racing Post: 80 % by the rules, lowered to 21 %", Plain(Assert.Single(said.FindAll(".learnt-confidence")).TextContent), StringComparison.Ordinal);
    }

    private IRenderedComponent<LearntItem> Show(LearntRow row) => Render<LearntItem>(parameters => parameters.Add(shown => shown.Row, row).Add(shown => shown.MayManage, true));

    private static string Plain(string text) => text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
