using System.Globalization;
using System.Text.Json;
using BorderWatch.Extraction.Places;

namespace BorderWatch.GazetteerCompiler;

/// <summary>Reads GeoNames' populated places and division names as npm's packages hold them.</summary>
internal sealed class GeoNamesReader(DivisionWords words)
{
    public Dictionary<string, PlaceDraft> Admin1 { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, PlaceDraft> Admin2 { get; } = new(StringComparer.Ordinal);
    public List<PlaceDraft> Settlements { get; } = [];

    public void ReadDivisions(string file, ToponymLevel level)
    {
        var drafts = level == ToponymLevel.Admin1 ? Admin1 : Admin2;
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var element in json.RootElement.EnumerateArray())
        {
            var code = element.GetProperty("code").GetString()!;
            var name = element.GetProperty("name").GetString()!;
            if (name.Length == 0) continue;
            var draft = new PlaceDraft { Name = name, Country = code[..2], Level = level };
            if (level == ToponymLevel.Admin2) draft.Admin1 = Admin1.GetValueOrDefault(code[..code.LastIndexOf('.')]);
            draft.AddKey(name, 0);
            if (words.Strip(name) is { } rest) draft.AddKey(rest, level == ToponymLevel.Admin1 ? GazetteerFormat.Alternative : GazetteerFormat.Short);
            drafts[code] = draft;
        }
    }

    /// <summary>Tab separated, as GeoNames documents its dump: id, name, ASCII name, alternatives, latitude, longitude, class, code, country, …</summary>
    public void ReadSettlements(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            var f = line.Split('\t');
            if (f.Length < 15) continue;
            var draft = new PlaceDraft
            {
                Name = f[1],
                Country = f[8],
                Level = ToponymLevel.Settlement,
                GeonameId = int.Parse(f[0], CultureInfo.InvariantCulture),
                Latitude = double.Parse(f[4], CultureInfo.InvariantCulture),
                Longitude = double.Parse(f[5], CultureInfo.InvariantCulture),
                Feature = FeatureOf(f[7]),
                Population = long.Parse(f[14], CultureInfo.InvariantCulture),
                Admin1 = Admin1.GetValueOrDefault($"{f[8]}.{f[10]}"),
                Admin2 = Admin2.GetValueOrDefault($"{f[8]}.{f[10]}.{f[11]}"),
            };
            draft.AddKey(f[1], 0);
            draft.AddKey(f[2], 0);
            foreach (var alternative in f[3].Split(',', StringSplitOptions.RemoveEmptyEntries))
                if (IsUsable(alternative)) draft.AddKey(alternative, GazetteerFormat.Alternative);
            Settlements.Add(draft);
        }
    }

    // Latin script only; airport and other codes ("KBL") are no names.
    private static bool IsUsable(string alternative) =>
        alternative.Length >= 4 && alternative.All(c => c < 'ɐ' || c is >= 'Ḁ' and <= 'ỿ' or '’' or '‘' or '̱' or 'ʻ' or 'ʼ')
        && !(alternative.Length < 6 && alternative.All(char.IsUpper)) && !alternative.Any(char.IsDigit);

    private static PlaceFeature FeatureOf(string code) => code switch
    {
        "PPLC" => PlaceFeature.Capital,
        "PPLA" => PlaceFeature.ProvinceSeat,
        "PPLA2" => PlaceFeature.DistrictSeat,
        "PPLA3" or "PPLA4" or "PPLA5" or "PPLG" => PlaceFeature.LocalSeat,
        "PPLX" => PlaceFeature.Quarter,
        "PPLQ" or "PPLH" or "PPLW" or "PPLCH" => PlaceFeature.Gone,
        _ => PlaceFeature.Ordinary,
    };
}
