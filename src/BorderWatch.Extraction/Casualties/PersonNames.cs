using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Casualties;

/// <summary>Tells names of people from other capitalised words.</summary>
internal static class PersonNames
{
    private static readonly HashSet<string> Others = Lexicon.Words("not-names.tsv");

    /// <summary>True where the capitalised lexemes can be a person's name: no country, no nationality, no acronym, no organisation or place by its noun.</summary>
    public static bool CanBe(Sequence<Lexeme> lexemes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var lower = lexemes[i].Lower;
            // "Jaish-e-Islam" is no more a person than the Jaish.
            if (lower.IndexOf('-') is > 0 and var hyphen && Others.Contains(lower[..hyphen])) return false;
            if (Others.Contains(lower) || Nationalities.Adjective(lower) is not null || Nationalities.Plural(lower) is not null || Nationalities.Country(lower) is not null) return false;
            if (PeopleLexicon.IsThing(lower)) return false;
            if (lexemes[i].Written.Length is > 1 and < 7 && lexemes[i].Written.All(char.IsUpper) && to - from < 2) return false;
            // "LeT", "JuD": a group's short name.
            if (lexemes[i].Written.Length is 3 or 4 && lexemes[i].Written.Count(char.IsUpper) is 2 or 3 && to - from < 2) return false;
        }
        return to > from && (to - from > 1 || from > 0);
    }
}
