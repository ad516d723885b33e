namespace BorderWatch.Extraction.Tests.Theatres;

/// <summary>
/// Reports from the Sahel to Central America, written round by round before the rules had seen them. The shares are those reached since; what the first run
/// of each round gave stands in docs/extraction.md.
/// </summary>
public sealed class TheatreTests
{
    [Fact]
    public void Extract_ReportsOfOneTheatreEach_GivesWhatAnEditorTakes()
    {
        var reports = Report.All.Where(report => report.Expected > 0).ToList();
        Assert.True(reports.Count >= 145, $"The corpus has shrunk to {reports.Count} reports.");
        AtLeast(0.99, reports, "found", report => report.Found > 0);
        AtLeast(0.95, reports, "as many incidents", report => report.Found == report.Expected);
        AtLeast(0.92, reports, "event type", report => report.IsType);
        AtLeast(0.97, reports, "day", report => report.IsDay);
        AtLeast(0.95, reports, "country", report => report.IsCountry);
        AtLeast(0.91, reports, "place", report => report.IsPlace);
        AtLeast(0.90, reports, "killed", report => report.IsKilled);
        AtLeast(0.95, reports, "injured", report => report.IsInjured);
        AtLeast(0.90, reports, "who did it", report => report.IsActor);
        AtLeast(0.88, reports, "to whom", report => report.IsTarget);
    }

    [Fact]
    public void Extract_ReportsWithoutIncident_AtMostOneInTenAlarms()
    {
        var reports = Report.All.Where(report => report.Expected == 0).ToList();
        Assert.True(reports.Count >= 30, $"The corpus has shrunk to {reports.Count} reports.");
        AtLeast(0.91, reports, "silent", report => report.Found == 0);
    }

    private static void AtLeast(double share, List<Report> reports, string what, Func<Report, bool> isRight)
    {
        var wrong = reports.Where(report => !isRight(report)).ToList();
        Assert.True(reports.Count - wrong.Count >= share * reports.Count,
            $"{what}: {reports.Count - wrong.Count} of {reports.Count} right. Wrong:\n{string.Join('\n', wrong.Select(report => $"{report.Id}: {report.Told}"))}");
    }
}
