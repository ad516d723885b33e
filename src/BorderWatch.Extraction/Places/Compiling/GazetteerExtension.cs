namespace BorderWatch.Extraction.Places.Compiling;

/// <summary>Adds the settlements of GeoNames' country dumps to a gazetteer: the villages that the built-in list is too coarse for.</summary>
public static class GazetteerExtension
{
    /// <summary>Writes a gazetteer that holds everything of the one given, and the dumps' settlements that it lacks.</summary>
    /// <param name="gazetteer">What is extended.</param>
    /// <param name="lines">The lines of the dumps, as GeoNames publishes them for a country ("TJ.txt").</param>
    /// <param name="output">The file to write; what stands there is replaced once the new one is whole.</param>
    /// <returns>How many lines were settlements that are new, settlements that were known, other features, and no lines of a dump.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static (int Added, int Known, int Others, int Unreadable) Write(Gazetteer gazetteer, IEnumerable<string> lines, string output)
    {
        var (rows, known, others, unreadable) = (new List<GeoNamesRow>(), new List<(GeoNamesRow Row, int Number)>(), 0, 0);
        var numbers = Numbers(gazetteer);
        var seen = new HashSet<int>();
        foreach (var line in lines)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (GeoNamesRow.Parse(line) is not { } row) unreadable++;
            else if (row.FeatureClass != "P") others++;
            else if (numbers.TryGetValue(row.Id, out var number)) known.Add((row, number));
            else if (seen.Add(row.Id)) rows.Add(row);
        }
        var (admin1, admin2) = (Divisions(gazetteer, known, r => r.Admin1, p => p.Admin1), Divisions(gazetteer, known, r => $"{r.Admin1}.{r.Admin2}", p => p.Admin2));
        var writer = new GazetteerWriter();
        for (var number = 0; number < gazetteer.Count; number++) writer.Take(gazetteer.Places[number], gazetteer.NameOf(number));
        foreach (var (key, postings) in gazetteer.AllKeys()) writer.Take(key, postings);
        List<PlaceDraft> added = [.. rows.Select(r => r.Settlement(admin1.GetValueOrDefault((r.Country, r.Admin1)), admin2.GetValueOrDefault((r.Country, $"{r.Admin1}.{r.Admin2}"))))];
        foreach (var place in added) SpellingVariants.Add(place);
        writer.Write(added, output);
        return (added.Count, known.Count, others, unreadable);
    }

    private static Dictionary<int, int> Numbers(Gazetteer gazetteer)
    {
        var numbers = new Dictionary<int, int>();
        for (var number = 0; number < gazetteer.Count; number++)
        {
            if (gazetteer.Places[number].GeonameId is > 0 and var id) numbers[id] = number;
        }
        return numbers;
    }

    // The gazetteer knows divisions by name, a dump by code: the settlements that both have tell which is which.
    private static Dictionary<(string Country, string Code), PlaceDraft> Divisions(
        Gazetteer gazetteer, List<(GeoNamesRow Row, int Number)> known, Func<GeoNamesRow, string> code, Func<PlaceRecord, int> division) =>
        known.Select(k => (Key: (k.Row.Country, Code: code(k.Row)), Division: division(gazetteer.Places[k.Number]))).Where(k => k.Division >= 0).GroupBy(k => k.Key)
            .ToDictionary(g => g.Key, g => Standing(gazetteer, g.GroupBy(k => k.Division).MaxBy(d => d.Count())!.Key));

    // A place of the gazetteer that is extended, for new ones to lie in.
    private static PlaceDraft Standing(Gazetteer gazetteer, int number) =>
        new() { Name = gazetteer.NameOf(number), Country = gazetteer.CountryOf(number) ?? "", Level = (ToponymLevel)gazetteer.Places[number].Level, Number = number };

    private static IEnumerable<(string Key, uint[] Postings)> AllKeys(this Gazetteer gazetteer)
    {
        for (var key = 0; key < gazetteer.Keys.Length - 1; key++) yield return (gazetteer.KeyText(key), gazetteer.PostingsOf(key).ToArray());
    }
}
