using BorderWatch.Store.Accounts;
using BorderWatch.Store.Regions;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Regions;

public sealed class RegionCommandsTests(PostgresFixture postgres) : StoreTest(postgres)
{
    [Fact]
    public async Task Create_DropsProvincesOfAWholeCountryAndWritesARevision()
    {
        var made = await Regions.CreateAsync(" Pamir ", [new RegionPart.Area("tj", "Gorno-Badakhshan"), new RegionPart.Area("KG"), new RegionPart.Area("KG", "Osh")], Caller.Local, Cancellation);

        var region = Assert.Single(await Get<IRegionQuery>().ListAsync(Cancellation));
        Assert.Equal((made.Value, "Pamir"), (region.Id, region.Name));
        Assert.Equal([("KG", null), ("TJ", "Gorno-Badakhshan")], region.Areas.Select(area => (area.CountryCode, area.Admin1)).Order());
        await using var db = Open();
        var revision = await db.Revisions.SingleAsync(r => r.SubjectId == made.Value, Cancellation);
        Assert.Equal(("region", "local user", "created"), (revision.SubjectType, revision.By, revision.Action));
    }

    [Theory]
    [InlineData("", "TJ", "Give the region a name.")]
    [InlineData("New", "Tajikistan", "\"TAJIKISTAN\" is not a country code; use two letters, such as TJ.")]
    [InlineData("OLD", "TJ", "There is a region named \"OLD\" already; choose another name.")]
    [InlineData("New", null, "Choose what belongs to the region: a country, a province or a district, a border, an outline on the map, or another region.")]
    public async Task Create_RefusesWithASentence(string name, string? country, string expected)
    {
        await Regions.CreateAsync("Old", [new RegionPart.Area("TJ")], Caller.Local, Cancellation);

        var result = await Regions.CreateAsync(name, country is null ? [] : [new RegionPart.Area(country)], Caller.Local, Cancellation);

        Assert.Equal(expected, result.Error);
        Assert.Single(await Get<IRegionQuery>().ListAsync(Cancellation));
    }

    [Fact]
    public async Task Ensure_Concurrently_MakesOne()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Regions.EnsureAsync("Pamir", [new RegionPart.Area("TJ")], Caller.Local, Cancellation)));

        var region = Assert.Single(await Get<IRegionQuery>().ListAsync(Cancellation));
        Assert.All(results, result => Assert.Equal((region.Id, null), (result.Value, result.Error)));
    }

    private IRegionCommands Regions => Get<IRegionCommands>();
}
