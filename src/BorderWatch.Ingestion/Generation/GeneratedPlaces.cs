using BorderWatch.Extraction.Places;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store;
using BorderWatch.Store.Places;
using Microsoft.EntityFrameworkCore;
using PlacePrecision = BorderWatch.Store.Incidents.PlacePrecision;

namespace BorderWatch.Ingestion.Generation;

/// <summary>Where generated incidents happen: real settlements of the region, the larger ones more often, and their provinces and countries.</summary>
internal sealed class GeneratedPlaces
{
    // Shares are ours; they give a country its rough part of the region's incidents.
    private static readonly (string Country, double Share)[] s_countries =
        [("AF", 0.34), ("PK", 0.34), ("IR", 0.09), ("TJ", 0.07), ("KG", 0.05), ("UZ", 0.05), ("KZ", 0.03), ("TM", 0.03)];
    private const int SettlementsOfACountry = 800;

    private readonly WeightedChoice<IReadOnlyList<Spot>> _countries;
    private readonly Dictionary<IReadOnlyList<Spot>, WeightedChoice<Spot>> _spots = [];

    private GeneratedPlaces(IReadOnlyList<IReadOnlyList<Spot>> countries)
    {
        _countries = new(countries, (_, i) => s_countries[i].Share);
        foreach (var spots in countries) _spots.Add(spots, new(spots, (_, rank) => 1 / Math.Pow(rank + 3, 0.9)));
    }

    /// <summary>A settlement, its province and its country, as places of the store.</summary>
    internal sealed record Spot(Place Settlement, Place? Province, Place? Country);

    /// <summary>Finds the places in the gazetteer and puts into the store those that it does not have.</summary>
    public static async Task<GeneratedPlaces> EnsureAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        var known = await db.Places.ToDictionaryAsync(place => place.Key, cancellation);
        var countries = s_countries.Select(country =>
        {
            var whole = Coarse(CountryName.Of(country.Country), country.Country, Extraction.Places.PlacePrecision.Country);
            return (IReadOnlyList<Spot>)[.. Gazetteer.Shared.Settlements(country.Country).Take(SettlementsOfACountry).Select(found => new Spot(
                Ensure(found.Place), found.Place.Admin1 is { } admin1 ? Coarse(admin1, country.Country, Extraction.Places.PlacePrecision.Admin1) : null, whole))];
        }).ToList();
        await db.SaveChangesAsync(cancellation);
        return new(countries);

        Place? Coarse(string name, string country, Extraction.Places.PlacePrecision precision) =>
            Gazetteer.Shared.Find(name).FirstOrDefault(place => place.Country == country && place.Precision == precision) is { } found ? Ensure(found) : null;

        Place Ensure(ExtractedPlace found)
        {
            var key = PlaceKey.Of(found.Name, found.Admin1, found.Country);
            if (known.TryGetValue(key, out var there)) return there;
            var place = new Place
            {
                Name = found.Name,
                Admin2 = found.Admin2,
                Admin1 = found.Admin1,
                CountryCode = found.Country,
                Latitude = found.Latitude,
                Longitude = found.Longitude,
                GeonameId = found.GeonameId,
                Key = key,
            };
            db.Places.Add(place);
            known.Add(key, place);
            return place;
        }
    }

    /// <summary>A settlement.</summary>
    public Spot Draw(Random random) => _spots[_countries.Draw(random)].Draw(random);

    /// <summary>How precisely a report knows the place, and the place that it names then; null where it names none.</summary>
    public static (Place Place, PlacePrecision Precision, string Words)? Blur(Spot spot, Random random) => random.NextDouble() switch
    {
        < 0.03 => null,
        < 0.08 when spot.Country is { } country => (country, PlacePrecision.Country, $"in {country.Name}"),
        < 0.22 when spot.Province is { } province => (province, PlacePrecision.Admin1, $"in {province.Name} province"),
        < 0.40 => (spot.Settlement, PlacePrecision.Near, $"near {spot.Settlement.Name}"),
        _ => (spot.Settlement, PlacePrecision.Exact, $"in {spot.Settlement.Name}"),
    };
}
