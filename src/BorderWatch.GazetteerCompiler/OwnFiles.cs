using System.Globalization;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Places.Compiling;

namespace BorderWatch.GazetteerCompiler;

/// <summary>Adds countries, and the places that our own file names, to what GeoNames has; a place that both have becomes one.</summary>
internal sealed class OwnFiles(GeoNamesReader names, DivisionWords words)
{
    private readonly Dictionary<(string Country, string Key), List<PlaceDraft>> _settlements =
        names.Settlements.SelectMany(s => s.Keys.Keys.Select(k => (Key: (s.Country, k), s))).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Select(p => p.s).ToList());

    public List<PlaceDraft> Others { get; } = [];

    public void AddCountries(string file)
    {
        foreach (var row in TsvFile.Read(file))
        {
            var draft = new PlaceDraft
            {
                Name = row["name"],
                Country = row["iso2"],
                Level = ToponymLevel.Country,
                Latitude = double.Parse(row["lat"], CultureInfo.InvariantCulture),
                Longitude = double.Parse(row["lon"], CultureInfo.InvariantCulture),
                Population = 50_000_000,
            };
            draft.AddKey(draft.Name, 0);
            foreach (var name in Split(row["names"])) draft.AddKey(name, 0);
            Others.Add(draft);
        }
    }

    public void AddCurated(string file)
    {
        foreach (var row in TsvFile.Read(file))
        {
            var level = Enum.Parse<ToponymLevel>(row["level"], ignoreCase: true);
            var province = row["admin1"].Length == 0 ? null : Province(row["country"], row["admin1"])
                ?? throw new InvalidDataException($"{file}: {row["name"]}: no province {row["admin1"]} in {row["country"]}");
            var (latitude, longitude) = (Degrees(row["lat"]), Degrees(row["lon"]));
            var draft = Known(row, level, province, latitude, longitude);
            if (draft is null)
            {
                draft = new PlaceDraft { Name = row["name"], Country = row["country"], Level = level, Admin1 = province, Feature = PlaceFeature.Curated };
                Others.Add(draft);
            }
            else if (level != ToponymLevel.Settlement) draft.Name = row["name"];
            if (!double.IsNaN(latitude) && draft.GeonameId == 0) (draft.Latitude, draft.Longitude) = (latitude, longitude);
            draft.AddKey(row["name"], 0);
            if (words.Strip(row["name"]) is { } rest) draft.AddKey(rest, GazetteerFormat.Alternative);
            foreach (var name in Split(row["names"])) draft.AddKey(name, 0);
        }
    }

    private PlaceDraft? Province(string country, string name) =>
        names.Admin1.Values.Concat(Others.Where(o => o.Level == ToponymLevel.Admin1)).FirstOrDefault(a => a.Country == country && a.Keys.ContainsKey(NameKey.Of(name)));

    private PlaceDraft? Known(IReadOnlyDictionary<string, string> row, ToponymLevel level, PlaceDraft? province, double latitude, double longitude)
    {
        var keys = Split(row["names"]).Prepend(row["name"]).Select(n => NameKey.Of(n)).ToList();
        return level switch
        {
            ToponymLevel.Admin1 => names.Admin1.Values.FirstOrDefault(a => a.Country == row["country"] && keys.Any(a.Keys.ContainsKey)),
            ToponymLevel.Admin2 => names.Admin2.Values.FirstOrDefault(a => a.Country == row["country"] && (province is null || a.Admin1 == province) && keys.Any(a.Keys.ContainsKey)),
            ToponymLevel.Settlement => keys.SelectMany(k => _settlements.GetValueOrDefault((row["country"], k)) ?? [])
                .FirstOrDefault(s => Math.Abs(s.Latitude - latitude) < 0.4 && Math.Abs(s.Longitude - longitude) < 0.4),
            _ => null,
        };
    }

    private static double Degrees(string field) => field.Length == 0 ? double.NaN : double.Parse(field, CultureInfo.InvariantCulture);

    private static string[] Split(string field) => field.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
