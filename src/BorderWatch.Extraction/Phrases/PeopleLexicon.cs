using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Phrases;

/// <summary>Nouns for people and for things, and the words that may stand before them.</summary>
internal static class PeopleLexicon
{
    /// <summary>True for a noun for people, in lower case.</summary>
    public static bool IsPerson(string word) => Nouns.ContainsKey(word);

    private static readonly Dictionary<string, (PeopleClass Class, bool Plural)> Nouns = Load();

    private static readonly HashSet<string> Things = Lexicon.Words("things.tsv");

    private static readonly HashSet<string> Adjectives = Lexicon.Words("people-adjectives.tsv");

    private static readonly HashSet<string> Stops = Lexicon.Words("phrase-stops.tsv");

    /// <summary>The class and number of a noun for people; null where it is none. Demonyms in the plural are ("Pakistanis").</summary>
    public static (PeopleClass Class, bool Plural)? Find(Lexeme lexeme)
    {
        if (lexeme.Kind != LexemeKind.Word) return null;
        if (Nouns.TryGetValue(lexeme.Lower, out var noun)) return noun;
        if (lexeme.Lower.EndsWith("-in-law", StringComparison.Ordinal)) return (PeopleClass.Kin, false);
        var hyphen = lexeme.Lower.LastIndexOf('-');
        if (hyphen > 0 && Nouns.TryGetValue(lexeme.Lower[(hyphen + 1)..], out noun)) return noun;
        if (lexeme.IsCapitalised && Nationalities.Plural(lexeme.Lower) is not null) return (PeopleClass.Person, true);
        return null;
    }

    /// <summary>True for a noun that is surely no person: vehicles, distances, wounds.</summary>
    public static bool IsThing(string word) => Things.Contains(word) && !Nouns.ContainsKey(word);

    /// <summary>True for an adjective or a noun that may stand before a noun for people without an article.</summary>
    public static bool IsAdjective(string word) => Adjectives.Contains(word);

    /// <summary>True where a noun phrase ends before this word: prepositions, verbs of the frame, conjunctions.</summary>
    public static bool IsStop(Lexeme lexeme) => lexeme.Kind == LexemeKind.Mark || Stops.Contains(lexeme.Lower);

    private static Dictionary<string, (PeopleClass, bool)> Load()
    {
        var nouns = new Dictionary<string, (PeopleClass, bool)>();
        foreach (var row in Lexicon.Rows("people.tsv"))
        {
            var kind = Enum.Parse<PeopleClass>(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(row[2]));
            if (row[1].Length > 0) nouns.TryAdd(row[1], (kind, true));
            if (row[0].Length > 0) nouns.TryAdd(row[0], (kind, false));
        }
        return nouns;
    }
}
