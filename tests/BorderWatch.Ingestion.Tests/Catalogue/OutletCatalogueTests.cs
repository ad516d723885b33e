using BorderWatch.Ingestion.Catalogue;
using BorderWatch.Store.Accounts;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests.Catalogue;

/// <summary>The outlets that can be switched on.</summary>
public sealed class OutletCatalogueTests(PostgresFixture postgres) : PipelineTest(postgres)
{
    private static readonly string[] s_kinds = ["agency", "newspaper", "broadcaster", "online", "analysis", "official"];

    [Fact]
    public void EveryOutlet_IsWhole_AndThereOnce()
    {
        Assert.InRange(OutletCatalogue.All.Count, 40, 100);
        Assert.All(OutletCatalogue.All, o =>
        {
            Assert.True(Uri.TryCreate(o.FeedUrl, UriKind.Absolute, out var feed) && feed.Scheme == "https", o.FeedUrl);
            Assert.True(Uri.TryCreate(o.HomePage, UriKind.Absolute, out var home) && home.Scheme == "https", o.HomePage);
            Assert.Matches("^[a-z]{2}$", o.Language);
            Assert.Matches("^([A-Z]{2})?$", o.CountryCode ?? "");
            Assert.Contains(o.Kind, s_kinds);
        });
        Assert.Equal(OutletCatalogue.All.Count, OutletCatalogue.All.Select(o => o.Name.ToLowerInvariant()).Distinct().Count());
        Assert.Equal(OutletCatalogue.All.Count, OutletCatalogue.All.Select(o => o.FeedUrl).Distinct().Count());
    }

    [Fact]
    public async Task NoOutlet_IsOnByItself() => Assert.All(await Pipeline.Get<IOutletCatalogue>().ListAsync(Stop), e => Assert.Equal((null, false), (e.SourceId, e.IsOn)));

    [Fact]
    public async Task Outlet_IsSwitchedOn_OnceAndAgain()
    {
        var catalogue = Pipeline.Get<IOutletCatalogue>();
        var name = OutletCatalogue.All[0].Name;

        var first = await catalogue.SwitchOnAsync(name, Caller.Local, Stop);
        await using (var db = Pipeline.Open()) await db.Sources.Where(s => s.Id == first.Value).ExecuteUpdateAsync(s => s.SetProperty(x => x.IsEnabled, false), Stop);
        Assert.False(Entry(await catalogue.ListAsync(Stop)).IsOn);
        var second = await catalogue.SwitchOnAsync(name.ToUpperInvariant(), Caller.Local, Stop);

        Assert.Equal((null, first.Value, null), (first.Error, second.Value, second.Error));
        Assert.Equal((first.Value, true), (Entry(await catalogue.ListAsync(Stop)).SourceId!.Value, Entry(await catalogue.ListAsync(Stop)).IsOn));
        Assert.Equal(OutletCatalogue.All[0].CountryCode, (await SourceAsync(first.Value)).CountryCode);

        CatalogueEntry Entry(IReadOnlyList<CatalogueEntry> entries) => entries.Single(e => e.Outlet.Name == name);
    }

    [Fact]
    public async Task UnknownOutlet_IsRefused() => Assert.Equal("The catalogue has no outlet called \"Nowhere News\".", (await Pipeline.Get<IOutletCatalogue>().SwitchOnAsync("Nowhere News", Caller.Local, Stop)).Error);
}
