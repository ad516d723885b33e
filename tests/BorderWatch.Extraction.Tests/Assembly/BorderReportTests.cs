using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Tests.Assembly;

/// <summary>An analysis of the kind that outlets near a border print: three incidents in it, and much talk around them.</summary>
public sealed class BorderReportTests
{
    private const string Title = "Growing Violence on Iran-Pakistan Frontier Alarms Turkish Investors";

    private const string Text = """
        Mounting violence along the Iran-Pakistan border has exposed Turkish firms to new dangers, a broadcaster said.
        Escalating clashes on the frontier have alarmed Ankara, whose builders work on roads there.
        Pakistani officials count several armed raids out of Iran in recent months, with more than a dozen people dead, Turkish nationals on road and port projects among them.
        Earlier in November, a mortar attack hit a Turkish road building company, while gunfire at a state-owned Turkish shipyard killed several Turkish labourers, a sign of what investors face.
        Turkey, a large trading partner, has put money into the region's ports. Recent attacks have shaken its trust.
        Worried by the violence, the Turkish embassy in Islamabad told citizens to stay away from the frontier.
        Analysts think that the attacks, which nobody claimed, resemble those of Jaish al-Adl.
        Pakistani officials scolded Tehran and want to hear an apology.
        Tehran voiced regret over the incidents and put them down to unidentified groups.
        The post Growing Violence on Iran-Pakistan Frontier Alarms Turkish Investors appeared first on Makran Gazette.
        """;

    private static readonly IReadOnlyList<ExtractedIncident> Incidents = Reports.Incidents(Text, Title, new DateTimeOffset(2025, 11, 28, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Extract_FindsThreeIncidents() =>
        Assert.Equal(["Attack", "Shelling/artillery/missile attack", "Attack"], Incidents.Select(i => i.Kind.SubType));

    [Fact]
    public void Extract_IsNeverMorePreciseThanTheText() =>
        Assert.All(Incidents, incident => Assert.NotEqual(TimePrecision.Day, incident.Occurred.Precision));

    [Fact]
    public void Extract_PutsAllThreeAtTheBorder() =>
        Assert.All(Incidents, incident => Assert.True(incident.Place is { Precision: PlacePrecision.Border, Country: "PK" }, incident.Place?.Name));

    [Fact]
    public void Extract_CountsTheDeadOfEach() =>
        Assert.Equal([13, null, 3], Incidents.Select(i => i.Killed?.Low));

    [Fact]
    public void Extract_TellsTheTargetsApart()
    {
        Assert.Contains(Incidents[1].Actors, a => a.Role == ActorRole.Target && a.Name.Contains("company", StringComparison.Ordinal));
        Assert.Contains(Incidents[2].Actors, a => a.Role == ActorRole.Target && a.Name.Contains("labourers", StringComparison.Ordinal));
    }

    [Fact]
    public void Extract_SuspectsTheGroupOfAllThree() =>
        Assert.All(Incidents, incident => Assert.Contains(incident.Actors, a => a is { Role: ActorRole.Perpetrator, Attribution: Attribution.Suspected } && a.Name.Contains("Jaish", StringComparison.Ordinal)));

    [Fact]
    public void Extract_TakesNoSpeakerForAnActor() =>
        Assert.All(Incidents, incident => Assert.DoesNotContain(incident.Actors, a => a.Name.Contains("nalyst", StringComparison.Ordinal) || a.Name.Contains("embassy", StringComparison.Ordinal) || a.Name.Contains("official", StringComparison.Ordinal)));

    [Fact]
    public void Extract_QuotesNoBoilerplate() =>
        Assert.All(Incidents, incident => Assert.DoesNotContain(incident.Evidence, e => e.Quote.Contains("appeared first", StringComparison.Ordinal)));

    [Fact]
    public void Extract_QuotesTheTextItself() =>
        Assert.All(Incidents.SelectMany(i => i.Evidence), e => Assert.Equal((e.InTitle ? Title : Text)[e.Start..e.End], e.Quote));

    [Fact]
    public void Extract_HasNoBestCountForMoreThanADozen() => Assert.Equal(new CasualtyRange(13, null, null), Incidents[0].Killed);
}
