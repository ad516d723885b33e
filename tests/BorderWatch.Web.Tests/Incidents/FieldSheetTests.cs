using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Incidents;

namespace BorderWatch.Web.Tests.Incidents;

public sealed class FieldSheetTests
{
    private const string Nine = "The ministry said nine guards were killed.";
    private const string Twelve = "Residents spoke of twelve dead.";

    private static ReportView Ministry => Sample.Report("Ministry Wire", Nine, new(2026, 11, 20, 15, 0, 0, TimeSpan.Zero),
        Sample.Claim(ClaimField.Killed, new ClaimValue.Casualties(9, 9, 9), Nine, "nine guards"));

    private static ReportView Residents => Sample.Report("Valley Post", Twelve, new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero),
        Sample.Claim(ClaimField.Killed, new ClaimValue.Casualties(12, 12, 12), Twelve, "twelve dead"));

    [Fact]
    public void Of_ReportsThatContradict_SaysWhoContradictsWhom()
    {
        var killed = FieldSheet.Of(Sample.Detail(Ministry, Residents)).Single(sheet => sheet.Field is ClaimField.Killed);

        Assert.True(killed.IsContested);
        Assert.Equal(["Ministry Wire", "Valley Post"], killed.Quotes.Select(quote => quote.Report.SourceName));
        Assert.Equal(["Valley Post"], killed.Quotes[0].DisagreesWith);
        Assert.Equal(["Ministry Wire"], killed.Quotes[1].DisagreesWith);
        Assert.Equal("nine guards", killed.Quotes[0].Sentence.Quote);
        Assert.Equal("The ministry said ", killed.Quotes[0].Sentence.Before);
    }

    [Fact]
    public void Of_NothingSaid_SaysSo()
    {
        var sheets = FieldSheet.Of(Sample.Detail(Ministry));

        Assert.Equal("place not said", sheets.Single(sheet => sheet.Field is ClaimField.Place).Value);
        Assert.Equal("not said", sheets.Single(sheet => sheet.Field is ClaimField.Injured).Value);
        Assert.DoesNotContain(sheets, sheet => sheet.Field is ClaimField.Abducted);
    }

    [Fact]
    public void Of_Actors_SaysWhoActedAndAgainstWhom()
    {
        var detail = Sample.Detail(Ministry);
        var guards = new IncidentActorView(Guid.CreateVersion7(), "Border guards", ActorKind.State, "TJ", ActorRole.Target, Attribution.Confirmed);

        Assert.Equal("Unidentified gunmen", Who(detail));
        Assert.Equal("Unidentified gunmen → Border guards", Who(detail with { Actors = [.. detail.Actors, guards] }));
        Assert.Equal("perpetrator not said → Border guards", Who(detail with { Actors = [guards] }));
        Assert.Equal("nobody named", Who(detail with { Actors = [] }));

        static string Who(IncidentDetail of) => FieldSheet.Of(of).Single(sheet => sheet.Field is ClaimField.Actor).Value;
    }

    [Theory]
    [InlineData(9, 9, 12, 12, false)]
    [InlineData(12, 12, 9, 9, true)]
    [InlineData(9, null, 12, 12, false)]
    [InlineData(13, null, 12, 12, true)]
    [InlineData(13, null, 5, null, false)]
    public void Between_Tolls_ContradictWhereTheyFall(int? low, int? best, int? laterLow, int? laterBest, bool expected) =>
        Assert.Equal(expected, Disagreement.Between(new ClaimValue.Casualties(low, best, best), new ClaimValue.Casualties(laterLow, laterBest, laterBest)));

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("/relative", null)]
    [InlineData(null, null)]
    [InlineData("https://outlet.test/a?b=1", "https://outlet.test/a?b=1")]
    public void SafeLink_OnlyTheWeb(string? url, string? expected) => Assert.Equal(expected, SafeLink.Of(url));
}
