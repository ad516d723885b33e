using BorderWatch.Ingestion.Matching;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Tests.Matching;

/// <summary>The parts of the score, one by one.</summary>
public sealed class LikenessTests
{
    private static readonly ClaimValue.Kind s_bomb = new("Explosions/Remote violence", "Remote explosive/landmine/IED");

    private static readonly ClaimValue.Kind s_clash = new("Battles", "Armed clash");

    private static readonly ClaimValue.Kind s_protest = new("Protests", "Peaceful protest");

    private static readonly ClaimValue.Kind s_riot = new("Riots", "Violent demonstration");

    [Theory]
    [InlineData("2026-11-03", "2026-11-03", "same day", 2)]
    [InlineData("2026-11-03", "2026-11-04", "a day apart", 0)]
    [InlineData("2026-11-03", "2026-11-05", "two days apart", -1)]
    [InlineData("2026-11-03", "2026-11-09", "6 days apart", -10)]
    public void Days_Speak(string a, string b, string words, int atMostOrLeast) => Part(TimeLikeness.Of(Sketch(on: a), Sketch(on: b)), words, atMostOrLeast);

    [Fact]
    public void Protests_OnTwoDays_AreTwo() => Part(TimeLikeness.Of(Sketch(s_protest, on: "2026-11-03"), Sketch(s_protest, on: "2026-11-04")), "protests on two days", -2);

    [Fact]
    public void ReportBeforeTheDeed_IsOfAnother() =>
        Part(TimeLikeness.Of(Sketch(on: "2026-11-03"), Sketch(reported: "2026-11-01")), "reported before it happened", -10);

    [Theory]
    [InlineData(32.99, 70.60, 33.00, 70.61, "Kakki", "1 km apart", 2)]
    [InlineData(32.99, 70.60, 33.10, 70.70, "Kakki", "15 km apart", 1)]
    [InlineData(32.99, 70.60, 34.01, 71.58, "Peshawar", "145 km apart", -7)]
    [InlineData(32.99, 70.60, 33.20, 70.60, "Bannu", "same place", 2)]
    public void Spots_Speak(double latA, double lonA, double latB, double lonB, string name, string words, int atMostOrLeast) =>
        Part(PlaceLikeness.Of(Sketch(place: Town("Bannu", latA, lonA)), Sketch(place: Town(name, latB, lonB))), words, atMostOrLeast);

    [Fact]
    public void Areas_SpeakLessTheLargerTheyAre()
    {
        var town = Sketch(place: Town("Bannu", 32.99, 70.6));
        var province = Sketch(place: new ClaimValue.Place("Khyber Pakhtunkhwa", null, "Khyber Pakhtunkhwa", "PK", 34, 71, PlacePrecision.Admin1, null));
        var country = Sketch(place: new ClaimValue.Place("Pakistan", null, null, "PK", 30, 70, PlacePrecision.Country, null));

        Assert.True(PlaceLikeness.Of(town, town).Weight > PlaceLikeness.Of(town, province).Weight);
        Assert.True(PlaceLikeness.Of(town, province).Weight > PlaceLikeness.Of(town, country).Weight);
        Assert.Equal(0, PlaceLikeness.Of(town, country).Weight);
    }

    [Fact]
    public void Kinds_ThatOutletsTellForOneAnother_AreNear()
    {
        Assert.InRange(EventLikeness.Kinds(Sketch(s_bomb), Sketch(s_clash)).Weight, -0.5, 0);
        Assert.InRange(EventLikeness.Kinds(Sketch(s_protest), Sketch(s_clash)).Weight, -10, -3);
        Assert.InRange(EventLikeness.Kinds(Sketch(s_protest, killed: 4), Sketch(s_clash)).Weight, -1.5, 0);
        Assert.InRange(EventLikeness.Kinds(Sketch(s_riot), Sketch(s_clash)).Weight, -1.5, 0);
        Assert.Equal(0, EventLikeness.Kinds(Sketch(s_protest), Sketch(s_riot)).Weight);
    }

    [Theory]
    [InlineData(7, 7, "7 killed in both", 1)]
    [InlineData(11, 14, "killed 11 and 14", 0)]
    [InlineData(2, 40, "killed 2 and 40", -2)]
    public void Tolls_Speak(int a, int b, string words, int atMostOrLeast) =>
        Part(TollLikeness.Of("killed", new ClaimValue.Casualties(a, a, a), new ClaimValue.Casualties(b, b, b)), words, atMostOrLeast);

    [Fact]
    public void Toll_ThatOneReportDoesNotGive_SaysNothing() => Assert.Equal(("", 0), TollLikeness.Of("killed", null, new ClaimValue.Casualties(1, 1, 1)));

    [Fact]
    public void Targets_TellTwoBombsOfOneTownApart()
    {
        Part(EventLikeness.Targets(Sketch(text: "A bomb struck a mosque."), Sketch(text: "A bomb struck a train.")), "mosque and train", -2);
        Part(EventLikeness.Targets(Sketch(text: "A bomb struck a mosque."), Sketch(text: "A blast hit worshippers.")), "both name mosque", 1);
    }

    [Fact]
    public void Weapons_Speak()
    {
        Part(EventLikeness.Weapons(Sketch(text: "A car bomb went off."), Sketch(text: "Gunmen opened fire.")), "car bomb and guns", -2);
        Part(EventLikeness.Weapons(Sketch(text: "A drone came."), Sketch(text: "A quadcopter came.")), "same weapon", 0);
    }

    [Fact]
    public void WhatOneLeavesOut_TheOthersSay()
    {
        var silent = Sketch(text: "Three people died in Bannu.");
        var bombing = ReportSketch.Together([silent, Sketch(text: "A suicide bomber struck a mosque.")]);

        Assert.Equal(["mosque"], silent.CompletedBy(bombing).Targets);
        Assert.Contains("suicide bomb", silent.CompletedBy(bombing).Weapons);
    }

    [Fact]
    public void Likeness_IsTheSameFromEitherSide()
    {
        var (a, b) = (Sketch(s_bomb, "2026-11-03", Town("Bannu", 32.99, 70.6), killed: 4, text: "A car bomb hit a mosque in Bannu."), Sketch(s_clash, "2026-11-04", Town("Kakki", 33, 70.61), killed: 6, text: "Gunmen attacked worshippers."));

        Assert.Equal(Likeness.Of(a, b).LogOdds, Likeness.Of(b, a).LogOdds, 9);
    }

    [Fact]
    public void Reason_SaysWhatSpokeForAndAgainst()
    {
        var (a, b) = (Sketch(on: "2026-11-03", place: Town("Bannu", 32.99, 70.6), killed: 4), Sketch(on: "2026-11-03", place: Town("Bannu", 32.99, 70.6), killed: 20));

        Assert.Equal("same place, same day, same kind; but killed 4 and 20", Likeness.Of(a, b).Reason);
    }

    // Below zero the bound is the most that it may weigh, else the least.
    private static void Part((string Words, double Weight) part, string words, int bound)
    {
        Assert.Equal(words, part.Words);
        Assert.True(bound < 0 ? part.Weight <= bound : part.Weight >= bound, $"{part.Weight}");
    }

    private static ClaimValue.Place Town(string name, double latitude, double longitude) => new(name, null, "Khyber Pakhtunkhwa", "PK", latitude, longitude, PlacePrecision.Exact, null);

    private static ReportSketch Sketch(
        ClaimValue.Kind? kind = null, string? on = null, ClaimValue.Place? place = null, int? killed = null, string text = "", string reported = "2026-11-05")
    {
        var claims = new List<(ClaimField, ClaimValue, int, int, bool)> { (ClaimField.Kind, kind ?? s_bomb, 0, text.Length, false) };
        if (on is not null) claims.Add((ClaimField.Occurred, new ClaimValue.Occurred(Date(on), Date(on), TimePrecision.Day), 0, text.Length, false));
        if (place is not null) claims.Add((ClaimField.Place, place, 0, text.Length, false));
        if (killed is { } k) claims.Add((ClaimField.Killed, new ClaimValue.Casualties(k, k, k), 0, text.Length, false));
        claims.Add((ClaimField.Actor, new ClaimValue.Actor("Gunmen", ActorRole.Perpetrator, Attribution.Unidentified, ActorKind.Unknown, null), 0, text.Length, false));
        return ReportSketch.Of("", "", text, 0, Date(reported), claims);
    }

    private static DateOnly Date(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);
}
