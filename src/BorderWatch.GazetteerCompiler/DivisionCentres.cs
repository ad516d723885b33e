using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Places.Compiling;

namespace BorderWatch.GazetteerCompiler;

/// <summary>
/// Where divisions lie: GeoNames' division names come without coordinates, so they are taken from the places in them.
/// A district stands where its seat is, or else at the population-weighted middle of its places. A province stands in the middle of its inhabited
/// land: the mean of the quarter-degree squares that hold a place, which a big city on one side does not pull away.
/// A district without any place stands at the town of its name in its province; one without even that keeps no coordinates.
/// </summary>
internal static class DivisionCentres
{
    public static void Place(GeoNamesReader names)
    {
        foreach (var group in names.Settlements.Where(s => s.Admin2 is not null).GroupBy(s => s.Admin2!))
        {
            group.Key.Population = group.Max(s => s.Population);
            if (group.Where(s => s.Feature >= PlaceFeature.DistrictSeat).MaxBy(s => s.Population) is { } seat)
                (group.Key.Latitude, group.Key.Longitude) = (seat.Latitude, seat.Longitude);
            else
                Mean(group.Key, group.Select(s => (s.Latitude, s.Longitude, (double)s.Population + 1)));
        }
        ByTheirTowns(names);
        foreach (var group in names.Settlements.Where(s => s.Admin1 is not null).GroupBy(s => s.Admin1!))
        {
            group.Key.Population = group.Sum(s => s.Population);
            var squares = group.Where(s => s.Feature != PlaceFeature.Quarter).Select(s => (Math.Floor(s.Latitude * 4), Math.Floor(s.Longitude * 4))).Distinct()
                .Select(q => ((q.Item1 + 0.5) / 4, (q.Item2 + 0.5) / 4, 1d)).ToList();
            if (squares.Count > 0) Mean(group.Key, squares);
        }
    }

    // GeoNames often knows a town only by its province: "Département de Diffa" is the district around Diffa.
    private static void ByTheirTowns(GeoNamesReader names)
    {
        var towns = names.Settlements.Where(s => s.Admin1 is not null).SelectMany(s => s.Keys.Select(k => (Key: (s.Admin1!, k.Key), Town: s)))
            .GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Town.Population).Town);
        foreach (var district in names.Admin2.Values.Where(a => double.IsNaN(a.Latitude) && a.Admin1 is not null))
        {
            foreach (var key in district.Keys.Keys)
            {
                if (!towns.TryGetValue((district.Admin1!, key), out var town)) continue;
                (district.Latitude, district.Longitude, district.Population) = (town.Latitude, town.Longitude, town.Population);
                break;
            }
        }
    }

    private static void Mean(PlaceDraft division, IEnumerable<(double Latitude, double Longitude, double Weight)> points)
    {
        double x = 0, y = 0, z = 0;
        foreach (var (latitude, longitude, weight) in points)
        {
            var (phi, lambda) = (latitude * Math.PI / 180, longitude * Math.PI / 180);
            x += weight * Math.Cos(phi) * Math.Cos(lambda);
            y += weight * Math.Cos(phi) * Math.Sin(lambda);
            z += weight * Math.Sin(phi);
        }
        division.Latitude = Math.Atan2(z, Math.Sqrt(x * x + y * y)) * 180 / Math.PI;
        division.Longitude = Math.Atan2(y, x) * 180 / Math.PI;
    }
}
