using System.Text.Json;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Places.Compiling;

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

    /// <summary>Reads a dump of populated places.</summary>
    public void ReadSettlements(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            if (GeoNamesRow.Parse(line) is { } row)
                Settlements.Add(row.Settlement(Admin1.GetValueOrDefault($"{row.Country}.{row.Admin1}"), Admin2.GetValueOrDefault($"{row.Country}.{row.Admin1}.{row.Admin2}")));
        }
    }
}
