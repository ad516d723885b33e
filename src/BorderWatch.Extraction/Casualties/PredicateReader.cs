using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Casualties;

/// <summary>Finds the predicates of casualty-predicates.tsv in a sentence, the longest first.</summary>
internal static class PredicateReader
{
    /// <summary>So many words may stand between the parts of "shot … dead".</summary>
    private const int WidestGap = 8;

    private sealed record Entry(string[] Head, string[] Tail, CasualtyCategory Category, PredicateForm Form);

    private static readonly Dictionary<string, Entry[]> ByFirstWord = Load();

    /// <summary>Every predicate, in order and not overlapping.</summary>
    public static List<Predicate> Read(Sequence<Lexeme> lexemes)
    {
        var found = new List<Predicate>();
        for (var i = 0; i < lexemes.Count;)
        {
            if (At(lexemes, i) is { } predicate)
            {
                found.Add(predicate);
                i = predicate.To;
            }
            else i++;
        }
        return found;
    }

    private static Predicate? At(Sequence<Lexeme> lexemes, int i)
    {
        if (lexemes[i].Kind != LexemeKind.Word || !ByFirstWord.TryGetValue(lexemes[i].Lower, out var entries)) return null;
        foreach (var entry in entries)
        {
            if (!Matches(lexemes, i, entry.Head)) continue;
            var to = i + entry.Head.Length;
            if (entry.Tail.Length == 0)
            {
                if (entry.Form == PredicateForm.Toll && entry.Head.Length == 1 && entry.Head[0] == "deaths") continue;
                return IsAttributive(lexemes, i, to, entry) ? null : new Predicate(i, to, to, entry.Category, entry.Form);
            }
            for (var k = to; k < lexemes.Count && k - to <= WidestGap && !EndsClause(lexemes[k]); k++)
                // "burned a dormitory and hacked boys to death": the nearer verb has the ending.
                if (k > to && ByFirstWord.TryGetValue(lexemes[k].Lower, out var nearer) && Array.Exists(nearer, other => other.Tail.Length > 0 && Matches(entry.Tail, other.Tail))) break;
                else if (Matches(lexemes, k, entry.Tail)) return new Predicate(i, entry.Form == PredicateForm.Subject ? k + entry.Tail.Length : to, k + entry.Tail.Length, entry.Category, entry.Form);
        }
        return null;
    }

    // "the wounded policeman", "two slain men", "killed militants": the participle belongs to the noun.
    private static bool IsAttributive(Sequence<Lexeme> lexemes, int i, int to, Entry entry) =>
        entry.Form is PredicateForm.Past or PredicateForm.Participle or PredicateForm.Adjective && to < lexemes.Count && i > 0
        && (lexemes[i - 1].Lower is "the" or "a" or "an" or "these" or "those" or "of" or "some" or "their" or "his" || (lexemes[i - 1].IsQuantity && entry.Form == PredicateForm.Adjective))
        && PeopleLexicon.Find(lexemes[to]) is not null;

    private static bool Matches(Sequence<Lexeme> lexemes, int i, string[] words)
    {
        if (i + words.Length > lexemes.Count) return false;
        for (var k = 0; k < words.Length; k++)
            if (!string.Equals(lexemes[i + k].Lower, words[k], StringComparison.Ordinal)) return false;
        return true;
    }

    private static bool Matches(string[] one, string[] other) => one.AsSpan().SequenceEqual(other);

    private static bool EndsClause(Lexeme lexeme) => lexeme.Written is ";" or ":" or "." || lexeme.Lower is "when" or "while" or "who" or "which" or "after";

    private static Dictionary<string, Entry[]> Load() => Lexicon.Rows("casualty-predicates.tsv").Select(row =>
        {
            var parts = row[0].Split(" * ");
            return new Entry(parts[0].Split(' '), parts.Length > 1 ? parts[1].Split(' ') : [], Enum.Parse<CasualtyCategory>(row[1]), Enum.Parse<PredicateForm>(row[2], ignoreCase: true));
        })
        .GroupBy(entry => entry.Head[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(entry => entry.Head.Length).ThenByDescending(entry => entry.Tail.Length).ToArray());
}
