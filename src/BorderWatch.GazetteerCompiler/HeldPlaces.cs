using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Places.Compiling;

namespace BorderWatch.GazetteerCompiler;

/// <summary>
/// Adds subdistricts and quarters of which only the holder is known. They stand at the holder's spot. Where GeoNames has a town of the name near by,
/// that town is meant and nothing is added.
/// </summary>
internal sealed class HeldPlaces(GeoNamesReader names, OwnFiles own)
{
    /// <summary>A town of the name within so many degrees of the holder is the place itself.</summary>
    private const double Near = 0.6;
    private const long OfASubdistrict = 50_000;
    private const long OfAQuarter = 20_000;

    private readonly ILookup<(string Country, string Key), PlaceDraft> _known =
        names.Settlements.Concat(names.Admin1.Values).Concat(names.Admin2.Values).Concat(own.Others).SelectMany(p => p.Keys.Keys.Select(k => (Key: (p.Country, k), p))).ToLookup(p => p.Key, p => p.p);

    public void Add(string file)
    {
        foreach (var row in TsvFile.Read(file))
        {
            var level = Enum.Parse<ToponymLevel>(row["holds"], ignoreCase: true);
            var holder = Holder(row["country"], row["holder"], level, row["admin1"])
                ?? throw new InvalidDataException($"{file}: no {level} {row["holder"]} with coordinates in {row["country"]}");
            foreach (var place in row["names"].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) Add(place, holder);
        }
    }

    private void Add(string place, PlaceDraft holder)
    {
        // "Kaliganj of Gazipur" only tells the reader of the file which one it is.
        var spellings = place.Split('=').Select(s => s.Contains(" of ", StringComparison.Ordinal) ? s[..s.IndexOf(" of ", StringComparison.Ordinal)] : s).ToArray();
        var known = spellings.SelectMany(s => _known[(holder.Country, NameKey.Of(s))])
            .FirstOrDefault(p => Math.Abs(p.Latitude - holder.Latitude) < Near && Math.Abs(p.Longitude - holder.Longitude) < Near);
        var isQuarter = holder.Level == ToponymLevel.Settlement;
        if (known is null)
        {
            known = new PlaceDraft
            {
                Name = spellings[0],
                Country = holder.Country,
                Level = isQuarter ? ToponymLevel.Settlement : ToponymLevel.Admin2,
                Feature = PlaceFeature.Held,
                Latitude = holder.Latitude,
                Longitude = holder.Longitude,
                Population = isQuarter ? OfAQuarter : OfASubdistrict,
                Admin1 = holder.Level == ToponymLevel.Admin1 ? holder : holder.Admin1,
                Admin2 = holder.Level == ToponymLevel.Admin2 ? holder : holder.Admin2,
            };
            own.Others.Add(known);
        }
        foreach (var spelling in spellings) known.AddKey(spelling, 0);
    }

    private PlaceDraft? Holder(string country, string name, ToponymLevel level, string admin1) => _known[(country, NameKey.Of(name))]
        .Where(p => p.Level == level && !double.IsNaN(p.Latitude) && (admin1.Length == 0 || level == ToponymLevel.Admin1 || p.Admin1?.Keys.ContainsKey(NameKey.Of(admin1)) == true))
        .MaxBy(p => p.Population);
}
