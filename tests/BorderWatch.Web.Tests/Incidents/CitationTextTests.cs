using BorderWatch.Web.Incidents;

namespace BorderWatch.Web.Tests.Incidents;

/// <summary>An incident as a footnote.</summary>
public sealed class CitationTextTests
{
    [Fact]
    public void Of_SaysWhatIsKnown_WhoSaysSo_AndWhatIsNot()
    {
        var dated = Sample.Report("Ministry Wire", "Text.", new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero));
        var pasted = Sample.Report("Valley Post", "Text.", null) with { Url = "javascript:alert(1)" };

        var text = CitationText.Of(Sample.Detail(dated, pasted), "https://watch.test/incidents/1", new(2026, 11, 25, 9, 30, 0, TimeSpan.Zero)).ReplaceLineEndings("\n");

        Assert.Equal(
            """
            Gunmen attack a post near Ishkashim. Battles: Armed clash.
            20 Nov 2026; place not said.
            Killed: 9–12; injured: not said. Reports differ.
            Extracted from the reports below; not reviewed by an editor.
            - Ministry Wire, 20 Nov 2026, 15:00 UTC: "Title of Ministry Wire" https://outlet.test/a
            - Valley Post, publication not dated: "Title of Valley Post"
            BorderWatch, as of 25 Nov 2026, 09:30 UTC: https://watch.test/incidents/1
            """.ReplaceLineEndings("\n"), text);
    }
}
