using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Tests.Assembly;

/// <summary>Where an incident happened, and what the article does not say about it.</summary>
public sealed class IncidentPlaceTests
{
    private static readonly IncidentExtractor Extractor = new();

    private static ExtractedIncident First(string text, string? source = null) =>
        Extractor.Extract(new ArticleText(text, PublishedAt: new DateTimeOffset(2024, 5, 15, 0, 0, 0, TimeSpan.Zero), Source: source)).Incidents[0];

    [Theory]
    [InlineData("Four Awami League activists were killed in a clash on Monday.", null, "BD")]
    [InlineData("Gunmen killed a khasadar on Monday.", null, "PK")]
    [InlineData("Gunmen shot dead a jawan and a police constable on Monday.", "Deccan Herald", "IN")]
    [InlineData("A bomb killed two people in front of the district headquarters in the capital on Monday.", "Khaosod English", "TH")]
    public void Country_FromTheSumOfItsClues(string text, string? source, string country)
    {
        var incident = First(text, source);
        Assert.Equal(country, incident.Place?.Country);
        var quote = Assert.Single(incident.Evidence, e => e.Field == "place");
        Assert.Equal(quote.Quote, text[quote.Start..quote.End]);
    }

    [Theory]
    [InlineData("Gunmen killed a farmer on Monday.", "Dawn")]
    [InlineData("A roadside bomb wounded two men.", "Bangkok Post")]
    [InlineData("Gunmen killed a farmer on Monday.", null)]
    [InlineData("Crude bombs wounded two men at a railway station on Monday. The government blamed a rival party.", "The Daily Star")]
    [InlineData("A motorcycle bomb wounded two men in the city on Monday.", "Bangkok Post")]
    public void Country_OutletAlone_IsNoEvidence(string text, string? source) => Assert.Null(First(text, source).Place);

    [Fact]
    public void Country_FromCluesAlone_HasNoCoordinates()
    {
        var place = First("Four Awami League activists were killed in a clash on Monday.").Place!;
        Assert.Equal((PlacePrecision.Country, null, null), (place.Precision, place.Latitude, place.Longitude));
    }

    [Theory]
    [InlineData("Two traders were shot dead in Peshawra on Monday, police in Lahore said.", "Peshawra", "PK")]
    [InlineData("Three guards were hurt when a bomb went off in Kutobpur on Monday.", null, null)]
    [InlineData("A bomb killed two guards in Jalalbaad district of Nangarhar on Monday.", "Jalalbaad", "AF")]
    public void Place_Misspelt_IsTheTownOfTheCountryThatIsSpeltAlmostSo(string text, string? name, string? country)
    {
        var place = First(text).Place;
        Assert.Equal((name, country), (place?.Name, place?.Country));
        if (name is not null) Assert.NotNull(place!.Latitude);
    }

    [Theory]
    [InlineData("Police detained 40 party workers in several districts, including Sylhet and Rangpur, on Monday.", "Sylhet")]
    [InlineData("A bomb went off outside the Italian consulate in Benghazi on Monday and killed a guard.", "Benghazi")]
    [InlineData("Students held a protest outside the press club in Multan on Monday against the rising violence in Khuzdar.", "Multan")]
    [InlineData("Teachers marched in Enugu on Monday demanding the release of pupils held in Zamfara.", "Enugu")]
    public void Place_OfSeveral_IsTheFirstOfAListAndNotTheCause(string text, string name) => Assert.Equal(name, First(text).Place?.Name);

    [Fact]
    public void Place_HeadlineOverSeveralReports_SaysOfNoneWhereItWas()
    {
        const string text = "Militants Killed, Captured in Herat, Farah, Nimroz\nSoldiers killed two gunmen in Kunduz province on Monday.\nThe patrol had come under fire near a bridge.\nNobody else was hurt.";
        var incident = Assert.Single(Extractor.Extract(new ArticleText(text, PublishedAt: new DateTimeOffset(2024, 5, 15, 0, 0, 0, TimeSpan.Zero))).Incidents);
        Assert.Equal("Kunduz", incident.Place?.Admin1);
    }

    [Fact]
    public void Border_AttackersFromTheOneSide_HappenedOnTheOther()
    {
        var place = First("Gunmen who crossed from Afghanistan killed three herders on the Afghanistan-Tajikistan border on Monday.").Place!;
        Assert.Equal(("TJ", PlacePrecision.Border), (place.Country, place.Precision));
    }

    [Theory]
    [InlineData("Gunmen killed two policemen in Imam Sahib in Kunduz province on Monday.", "Imam Sahib", "Kunduz")]
    [InlineData("Gunmen killed two policemen in Isfana in Batken region on Monday.", "Isfana", "Batken")]
    [InlineData("Gunmen killed two policemen in Shindand district of Herat province on Monday.", "Shindand", "Herat")]
    [InlineData("Gunmen killed two policemen in Tank on Monday, Pakistani officials said.", "Tank", "Khyber Pakhtunkhwa")]
    public void Place_IsSpeltAsTheTextSpellsIt(string text, string name, string admin1)
    {
        var place = First(text, null).Place;
        Assert.Equal((name, admin1), (place?.Name, place?.Admin1));
    }

    [Fact]
    public void Place_TwoSpellingsOfOneTown_AreOneIncident() =>
        Assert.Single(Reports.Incidents("A bomb killed three men in Khorog on Monday. The bombing in Khorugh was the first this year."));

    [Fact]
    public void Place_WhatWasDoneHere_IsNotWhatHappenedThere() =>
        Assert.Equal("Saravan", Reports.Only("Soldiers stepped up patrols in Panjgur after an overnight attack on a post on the Iranian side of the border. Three guards were killed in the assault near Saravan.").Place?.Name);

    [Fact]
    public void Place_OfTheThingToldBefore_PartsTwoAttacks()
    {
        var incidents = Reports.Incidents("Troops answered fire on a post in Mohmand district, officials said. Rebels fired four mortar shells at the post on Saturday, injuring two soldiers. Afghan officials said that four civilians had been killed in Goshta by shelling.");
        Assert.Equal(["Mohmand", "Goshta"], incidents.Select(i => i.Place?.Name));
    }

    [Theory]
    [InlineData("Attackers threw a grenade at a bus on the Quetta-Karachi highway in Khuzdar district on Monday.", "Khuzdar")]
    [InlineData("Attackers threw a grenade at a Quetta-bound bus near Mastung on Monday.", "Mastung")]
    [InlineData("Rebels blew up a power pole at Cerro Verde Canton, Ilobasco jurisdiction, in El Salvador on Monday.", "Cerro Verde")]
    [InlineData("Four masked men kidnapped the mayor of Quibdo at Cerro Doce on Monday, Colombian police said.", "Cerro Doce")]
    [InlineData("A bomb wounded six policemen in Narathiwat's Bacho district on Monday.", "Bacho")]
    [InlineData("Lawyers held a protest in Lahore on Monday against the killing of two judges in Karachi.", "Lahore")]
    public void Place_IsWhereItHappened_NotWhatItIsToldBy(string text, string name) => Assert.Equal(name, First(text, null).Place?.Name);

    [Theory]
    [InlineData("Gunmen killed two herders on Monday. A group said so in a message sent to AFP in Dakar.")]
    [InlineData("Marchers burnt a flag in a protest outside the United States Consulate on Monday.")]
    [InlineData("Gunmen shot two guards at a rally in memory of the Battle of Tarapaca on Monday.")]
    [InlineData("A car bomb wounded two guards in the Shia district on Monday.")]
    public void Place_NamedForAnotherReason_IsNone(string text) => Assert.Null(First(text, null).Place);

    [Fact]
    public void Place_Measured_IsNotTheTownItself()
    {
        var place = First("Gunmen killed 15 villagers 80 kilometres north of the state capital Nyala in Sudan on Monday.", null).Place!;
        Assert.Equal(PlacePrecision.Near, place.Precision);
        Assert.InRange(place.Latitude!.Value, 12.5, 13);
    }

    [Fact]
    public void Place_OfALaterIncidentThatHasNone_IsTheCountryAtMost()
    {
        var incidents = Reports.Incidents("A bomb exploded in Cali on Monday, wounding three Colombian soldiers. In a separate attack on Sunday, rebels shot dead two policemen and burnt their car.");
        Assert.Equal(PlacePrecision.Country, incidents[1].Place?.Precision);
    }

    [Fact]
    public void Place_EmbassysSeat_IsNotWhereItHappened() =>
        Assert.NotEqual("Dushanbe", First("A drone killed two surveyors in Khatlon province on Monday, the embassy in Dushanbe said.").Place?.Name);

    [Fact]
    public void Place_NamedByOccurredIn_WinsOverWhereItLeads()
    {
        var place = First("A bomb destroyed a pipeline that runs from Sukkur to Multan on Monday. The explosion occurred in Rojhan.").Place!;
        Assert.Equal("Rojhan", place.Name);
    }

    [Fact]
    public void Date_UndatedNewsOfARelease_IsOfItsDay()
    {
        var text = "2012-03-S-011\nFor Immediate Release\n\nKHOST, Afghanistan (March 6, 2012)\nA patrol killed two insurgents in Nadir Shah Kot district, Khost province.";
        var incident = Extractor.Extract(new ArticleText(text)).Incidents[0];
        Assert.Equal(new DateOnly(2012, 3, 6), incident.Occurred.From);
        Assert.Equal(incident.Occurred.From, incident.Occurred.To);
    }

    [Theory]
    [InlineData("Raiders killed several herders near Kunduz on Monday. Police said that 14 herders were killed.", 14, 14)]
    [InlineData("Two guards were killed in Kunduz on Monday. Three others died of their wounds at night.", 5, 5)]
    [InlineData("A patrol killed an insurgent in Kunduz on Monday. He had opened fire and the patrol fired back, killing him.", 1, 1)]
    [InlineData("Four herders were killed in Kunduz on Monday. The death toll rose to nine.", 9, 9)]
    public void Killed_SaidAgainIsNotAdded(string text, int low, int best)
    {
        var killed = First(text).Killed!.Value;
        Assert.Equal((low, best), (killed.Low, killed.Best));
    }
}
