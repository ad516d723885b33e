using System.Globalization;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Places.Compiling;

namespace BorderWatch.Extraction.Tests.Places;

/// <summary>GeoNames' country dumps add the villages that the built-in list lacks.</summary>
public sealed class GazetteerExtensionTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"borderwatch-gazetteer-{Guid.NewGuid():N}.bin");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Village_IsFound_InTheProvinceWhoseCodeTheKnownTownsTell()
    {
        var town = Gazetteer.Shared.Find("Khorog").First(p => p.Country == "TJ");
        var result = GazetteerExtension.Write(Gazetteer.Shared,
        [
            Row(town.GeonameId!.Value, "Khorog", "", 37.48974, 71.55304, "P", "PPLA", "01", 30_000),
            Row(990_001, "Zarnavishta", "Zarnawishta,Зарнавишта,ZRV", 37.9, 71.6, "P", "PPL", "01", 210),
            Row(990_001, "Zarnavishta", "", 37.9, 71.6, "P", "PPL", "01", 210),
            Row(990_002, "Ob-i Zarnavishta", "", 37.95, 71.6, "H", "STM", "01", 0),
            "# a note", "no line of a dump", Row(990_003, "Nowhere", "", 137.9, 71.6, "P", "PPL", "01", 1),
        ], _file);

        Assert.Equal((1, 1, 1, 2), result);
        var extended = Gazetteer.Load(_file);
        Assert.Equal(Gazetteer.Shared.Count + 1, extended.Count);
        var village = Assert.Single(extended.Find("zarnawishta"));
        Assert.Equal(("Zarnavishta", "TJ", town.Admin1, PlacePrecision.Exact), (village.Name, village.Country, village.Admin1, village.Precision));
        Assert.Empty(extended.Find("ZRV"));
        Assert.Empty(Gazetteer.Shared.Find("Zarnavishta"));
        var found = new ToponymFinder(extended);
        var text = "Three border guards were killed in the village of Zarnavishta in Tajikistan on Friday.";
        Assert.Equal("Zarnavishta", Assert.Single(new IncidentExtractor(found).Extract(new ArticleText(text)).Incidents).Place!.Name);
    }

    [Fact]
    public void WhatTheGazetteerHeld_IsHeldStill()
    {
        GazetteerExtension.Write(Gazetteer.Shared, [Row(990_001, "Zarnavishta", "", 37.9, 71.6, "P", "PPL", "01", 210)], _file);
        var extended = Gazetteer.Load(_file);

        foreach (var name in new[] { "Khorog", "Badakhshan", "Springfield", "St. Paul", "Jackson", "Durand Line", "Shamsiddin Shohin" })
            Assert.Equal(Gazetteer.Shared.Find(name), extended.Find(name));
    }

    [Fact]
    public void FileOfAnotherVersion_IsNotUsed()
    {
        File.WriteAllText(_file, "not a gazetteer");
        Assert.False(Gazetteer.Use(_file));
    }

    private static string Row(long id, string name, string alternatives, double latitude, double longitude, string featureClass, string code, string admin1, int population) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}\t{name}\t{name}\t{alternatives}\t{latitude}\t{longitude}\t{featureClass}\t{code}\tTJ\t\t{admin1}\t\t\t\t{population}\t\t2000\tAsia/Dushanbe\t2026-01-01");
}
