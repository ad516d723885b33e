using BorderWatch.Store.Desk;
using BorderWatch.Web.Review;
using Bunit;

namespace BorderWatch.Web.Tests.Review;

public sealed class DeskRowTests : BunitContext
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 21, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Row_SaysWhatBroughtItUp()
    {
        var row = Show(new(DeskReasonKind.Watchlist, "<b>Khorasan</b>"), new(DeskReasonKind.NewActor, "Jamaat Ansarullah"), new(DeskReasonKind.NewProvince, "Sughd"));

        Assert.Equal(
            ["on your watchlist <b>Khorasan</b>", "first incident with Jamaat Ansarullah", "first incident in Sughd"],
            row.FindAll(".reasons li").Select(reason => reason.TextContent.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void Row_SaysHowLikelyAnIncidentItIs() =>
        Assert.Contains("23 % likely to be an incident", Render<DeskRow>(parameters => parameters.Add(shown => shown.Item, new DeskItem(Sample.Row(), s_now, false, []) { Likelihood = 0.23 }).Add(shown => shown.Now, s_now)).Find(".reasons").TextContent.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal), StringComparison.Ordinal);

    [Fact]
    public void Row_WithoutReasons_HasNoList() => Assert.Empty(Show().FindAll(".reasons"));

    private IRenderedComponent<DeskRow> Show(params DeskReason[] reasons) => Render<DeskRow>(parameters => parameters
        .Add(shown => shown.Item, new DeskItem(Sample.Row(), s_now.AddHours(-3), false, reasons)).Add(shown => shown.Now, s_now));
}
