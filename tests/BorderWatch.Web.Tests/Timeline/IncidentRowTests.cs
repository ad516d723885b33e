using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Tests.Shell;
using BorderWatch.Web.Timeline;
using Bunit;

namespace BorderWatch.Web.Tests.Timeline;

public sealed class IncidentRowTests : PageContext
{
    private IRenderedComponent<IncidentRow> Show(TimelineRow row) => Render<IncidentRow>(parameters => parameters.Add(shown => shown.Row, row));

    private static string Words(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Row_SaysWherePreciselyAsKnown() =>
        Assert.Equal("near Ishkashim, Gorno-Badakhshan, Tajikistan", Words(Show(Sample.Row()).Find(".where")));

    [Fact]
    public void Row_SaysTheTollAsARange()
    {
        var row = Show(Sample.Row());

        Assert.Equal("at least 13 killed 13+ killed", Words(row.FindAll(".toll > .toll")[0]));
        Assert.Equal("5 to 8 injured 5–8 injured", Words(row.FindAll(".toll > .toll")[1]));
        Assert.Equal(2, row.FindAll(".toll > .toll").Count);
    }

    [Fact]
    public void Row_TollNotSaid_IsNotZero() =>
        Assert.Contains("killed not said", Words(Show(Sample.Row() with { Killed = CasualtyCount.Unsaid }).FindAll(".toll > .toll.unsaid")[0]), StringComparison.Ordinal);

    [Fact]
    public void Row_SaysWhoAgainstWhom() =>
        Assert.Equal("Unidentified gunmen → against Border guards", Words(Show(Sample.Row()).Find(".who")));

    [Fact]
    public void Row_ImpreciseDay_IsSaid() =>
        Assert.Equal("in November 2026", Words(Show(Sample.Row() with
        {
            OccurredFrom = new DateOnly(2026, 11, 1),
            OccurredTo = new DateOnly(2026, 11, 30),
            TimePrecision = TimePrecision.Month,
        }).Find(".when")));

    [Fact]
    public void Row_MarksConflictAndDemo()
    {
        var row = Show(Sample.Row() with { IsDemo = true });

        Assert.Equal(["reports differ", "demo"], row.FindAll(".badge").Select(badge => badge.TextContent));
        Assert.Contains("3 reports, 2 sources", Words(row.Find(".known")), StringComparison.Ordinal);
    }

    [Fact]
    public void Row_HostileTitle_IsText()
    {
        const string hostile = "<img src=x onerror=alert(1)>\"'><script>alert(2)</script>";

        var row = Show(Sample.Row(hostile));

        Assert.Equal(hostile, row.Find("h3 a").TextContent);
        Assert.Empty(row.FindAll("img, script"));
    }
}
