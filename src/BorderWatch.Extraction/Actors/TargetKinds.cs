using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>Tells from an actor's name what kinds of target it is, where it is one.</summary>
public static class TargetKinds
{
    private static readonly (TargetKind Kind, string[][] Phrases, string[] Unless)[] s_rows =
    [
        .. Lexicon.Rows("target-kinds.tsv").Select(row => (Enum.Parse<TargetKind>(row[0]), Listed(row[1]).Select(phrase => phrase.Split(' ')).ToArray(), Listed(row.ElementAtOrDefault(2) ?? ""))),
    ];

    private static readonly char[] s_between = [' ', '-', ',', '/', '(', ')', '"', '“', '”'];

    /// <summary>The kinds that the name's words say, in the enumeration's order; none where they say nothing.</summary>
    /// <param name="name">The actor's name, as <see cref="ExtractedActor.Name"/>; case does not count.</param>
    /// <param name="kind">What kind of actor it is. Who bears arms is none of these; of a government only what the last words name is: a "government hospital", not the "railway police".</param>
    /// <remarks>Foreign nationals are known from words such as "foreigners" alone: whether "Chinese engineers" are foreign depends on where they were hit.</remarks>
    public static IReadOnlyList<TargetKind> Of(string name, ActorKind kind)
    {
        if (kind is ActorKind.Rebel or ActorKind.Militia or ActorKind.Criminal) return [];
        var words = name.ToLowerInvariant().Split(s_between, StringSplitOptions.RemoveEmptyEntries);
        return [.. s_rows.Where(row => row.Phrases.Any(phrase => Stands(phrase, words, atEnd: kind == ActorKind.State)) && !words.Any(word => row.Unless.Any(other => Fits(other, word)))).Select(row => row.Kind)];
    }

    private static bool Stands(string[] phrase, string[] words, bool atEnd)
    {
        for (var at = atEnd ? Math.Max(0, words.Length - phrase.Length) : 0; at + phrase.Length <= words.Length; at++)
        {
            var fits = 0;
            while (fits < phrase.Length && Fits(phrase[fits], words[at + fits])) fits++;
            if (fits == phrase.Length) return true;
        }
        return false;
    }

    private static bool Fits(string pattern, string word) =>
        pattern[^1] == '*' ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : word == pattern;

    private static string[] Listed(string column) => column.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
