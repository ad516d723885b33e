using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>The groups, forces and parties of actors.tsv, found by any of their names.</summary>
internal static class ActorLexicon
{
    /// <summary>One row: how it is shown, its kind, its country and its sort.</summary>
    public sealed record Entry(string Name, ActorKind Kind, string? CountryCode, ActorSort Sort, bool IsParty);

    private sealed record Alias(string[] Words, string Written, bool IsAcronym, bool IsLower, Entry Entry);

    private static readonly Dictionary<string, Alias[]> ByFirstWord = Load();

    /// <summary>The longest name that begins at token <paramref name="i"/> and the index after it; null where none does.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="i">Where the name begins.</param>
    /// <param name="countries">The countries that the text speaks of: of several groups that share a name, one at home in them is meant.</param>
    public static (Entry Entry, int Next)? At(Sequence<Token> tokens, int i, IReadOnlySet<string>? countries = null)
    {
        (Entry Entry, int Next)? first = null;
        if (tokens[i].Kind == TokenKind.Mark || !ByFirstWord.TryGetValue(tokens[i].Lower, out var aliases)) return null;
        foreach (var alias in aliases)
        {
            var next = i;
            var k = 0;
            for (; k < alias.Words.Length && next < tokens.Count; next++)
            {
                if (tokens[next].Written is "-" or "–" or "." or "‑" && k > 0) continue;
                if (!string.Equals(tokens[next].Lower, alias.Words[k], StringComparison.Ordinal)) break;
                k++;
            }
            if (k != alias.Words.Length || !IsMeant(tokens, i, next, alias)) continue;
            if (first is { } known && next < known.Next) break;
            if (countries is null || alias.Entry.CountryCode is not { } home || countries.Contains(home)) return (alias.Entry, next);
            first ??= (alias.Entry, next);
        }
        return first;
    }

    private static readonly Lazy<Dictionary<string, Entry>> Armies = new(() => LoadArmies());

    /// <summary>A country's army, by whichever name the lexicon shows it; null where it has none.</summary>
    public static Entry? ArmyOf(string countryCode) => Armies.Value.GetValueOrDefault(countryCode);

    // "Chadian army", "Israeli forces": the row that has such a name is the army's.
    private static Dictionary<string, Entry> LoadArmies()
    {
        var armies = new Dictionary<string, Entry>();
        foreach (var row in Lexicon.Rows("actors.tsv").Skip(1))
            if (row[4] == "force" && row[3].Length == 2 && row[1].Split('|').Any(alias => alias.Split(' ') is [.. var people, "army" or "forces" or "military" or "troops" or "Army"]
                && (Nationalities.Adjective(string.Join(' ', people).ToLowerInvariant()) ?? Nationalities.Country(string.Join(' ', people).ToLowerInvariant())) == row[3]))
                armies.TryAdd(row[3], new Entry(row[0], Enum.Parse<ActorKind>(row[2], ignoreCase: true), row[3], ActorSort.Force, false));
        return armies;
    }

    private static bool IsMeant(Sequence<Token> tokens, int from, int to, Alias alias)
    {
        // "NSCN-KK" is not "NSCN".
        if (alias.IsAcronym && to + 1 < tokens.Count && tokens[to].Written == "-" && tokens[to].Start == tokens[to - 1].End && tokens[to + 1].Start == tokens[to].End && tokens[to + 1].Written.All(char.IsUpper)) return false;
        if (!alias.IsAcronym) return alias.IsLower || tokens.Slice(from, to - from).Any(token => token.IsCapitalised);
        var written = string.Concat(tokens.Slice(from, to - from).Select(token => token.Written)).Replace("-", "", StringComparison.Ordinal).Replace("–", "", StringComparison.Ordinal);
        if (!string.Equals(written, alias.Written, StringComparison.Ordinal)) return false;
        // Two letters are too common to stand alone: "AL men", "by IS", "(HM)".
        return alias.Written.Length > 2 || IsSupported(tokens, from, to);
    }

    private static bool IsSupported(Sequence<Token> tokens, int from, int to)
    {
        var before = from > 0 ? tokens[from - 1].Lower : "";
        var after = to < tokens.Count ? tokens[to].Lower : "";
        return before is "the" or "by" or "of" or "with" or "(" or "ruling" or "between" or "against" or "[" or "from" or "and"
            || after is "militants" or "men" or "activists" or "fighters" or "supporters" or "leader" or "leaders" or "workers" or "cadres" or "militant" or "activist" or "rebels" or "members" or "jihadists" or "gunmen" or "terrorists" or "soldiers" or "troops" or "office" or "militia" or "group" or "claimed" or "claims" or "later";
    }

    private static Dictionary<string, Alias[]> Load() => Lexicon.Rows("actors.tsv").Skip(1).SelectMany(row =>
        {
            var entry = new Entry(row[0], Enum.Parse<ActorKind>(row[2], ignoreCase: true), row[3].Length == 2 ? row[3] : null,
                row[4] == "force" ? ActorSort.Force : ActorSort.NamedGroup, row[4] == "party");
            return row[1].Split('|').Append(row[0]).Distinct().Select(name => Read(name, entry));
        })
        .Where(alias => alias.Words.Length > 0)
        .GroupBy(alias => alias.Words[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(alias => alias.Words.Length).ToArray());

    private static Alias Read(string name, Entry entry)
    {
        var tokens = Tokenizer.Tokenize(name, 0, name.Length).Where(token => token.Written is not ("-" or "–" or ".")).ToList();
        var written = string.Concat(tokens.Select(token => token.Written));
        var capitals = written.Count(char.IsUpper);
        var isAcronym = written.Length <= 7 && !name.Contains(' ') && capitals >= 2 && capitals * 2 > written.Count(char.IsLetter);
        return new Alias([.. tokens.Select(token => token.Lower)], written, isAcronym, capitals == 0, entry);
    }
}
