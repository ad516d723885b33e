using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>Phrases that contain a trigger's words and name something else: "attack helicopter", "shot at goal", "round-up".</summary>
internal static class NotTriggers
{
    private static readonly ILookup<string, string[]> ByFirst =
        Lexicon.Rows("not-triggers.tsv").Select(row => row[0].Replace('-', ' ').Split(' ')).ToLookup(words => words[0]);

    /// <summary>For each token whether it stands in such a phrase; null where none does.</summary>
    public static bool[]? Find(Sequence<Token> tokens)
    {
        bool[]? inside = null;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            foreach (var words in ByFirst[tokens[i].Lower])
            {
                if (End(words, tokens, i) is not { } last) continue;
                inside ??= new bool[tokens.Count];
                for (var t = i; t <= last; t++) inside[t] = true;
            }
        }
        return inside;
    }

    private static int? End(string[] words, Sequence<Token> tokens, int i)
    {
        var at = i;
        for (var w = 1; w < words.Length; w++)
        {
            at++;
            if (at < tokens.Count && tokens[at].Lower == "-") at++;
            if (at >= tokens.Count || tokens[at].Lower != words[w]) return null;
        }
        return at;
    }
}
