using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>The small lexicons with which places are told from people, organisations, streets and ordinary words. Lower case.</summary>
internal static class PlaceWords
{
    private static readonly ILookup<string, string> Classes = Lexicon.Rows("place-words.tsv").Skip(1).ToLookup(r => r[1], r => r[0]);
    private static readonly ILookup<string, string> Unlikely = Lexicon.Rows("place-unlikely.tsv").Skip(1).ToLookup(r => r[1], r => r[0]);

    public static readonly HashSet<string> GivenNames = [.. Classes["given"]];
    public static readonly HashSet<string> Titles = [.. Classes["title"]];
    public static readonly HashSet<string> Modifiers = [.. Classes["modifier"]];
    public static readonly HashSet<string> Organisations = [.. Classes["org"]];
    public static readonly HashSet<string> Outlets = [.. Classes["outlet"]];
    public static readonly HashSet<string> Streets = [.. Classes["street"]];
    public static readonly HashSet<string> Locatives = [.. Classes["locative"]];
    public static readonly HashSet<string> CommonWords = [.. Unlikely["common"]];
    public static readonly HashSet<string> Surnames = [.. Unlikely["surname"]];

    /// <summary>Division words that stand after or before a name in a text.</summary>
    public static readonly Dictionary<string, DivisionWord> Divisions = Lexicon.Rows("division-words.tsv").Skip(1).Where(r => r[1] != "name")
        .ToDictionary(r => r[0], r => new DivisionWord(Enum.Parse<ToponymLevel>(r[2]), r[1] != "before", r[1] == "any", r[1] is "before" or "either", r[3].Split('|', StringSplitOptions.RemoveEmptyEntries)));
}
