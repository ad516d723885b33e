using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>Decides whether a trigger really happened, from the words around it.</summary>
public sealed class StandingRules
{
    private sealed record Cue(Standing Standing, char Side, int Distance, string Concerns, string[] Words, string Written);

    private readonly Dictionary<string, List<Cue>> byFirst = [];

    private readonly Dictionary<char, List<Cue>> stems = [];

    /// <summary>Reads the lexicon that is built in.</summary>
    public StandingRules()
    {
        foreach (var row in Lexicon.Rows("standing.tsv"))
        {
            var cue = new Cue(Enum.Parse<Standing>(row[0]), row[1][0], int.Parse(row[2], CultureInfo.InvariantCulture), row[3], row[4].Split(' '), row[4]);
            if (cue.Words[0].EndsWith('*'))
            {
                if (stems.TryGetValue(cue.Words[0][0], out var same)) same.Add(cue);
                else stems[cue.Words[0][0]] = [cue];
            }
            else if (byFirst.TryGetValue(cue.Words[0], out var cues)) cues.Add(cue);
            else byFirst[cue.Words[0]] = [cue];
        }
    }

    /// <summary>The one that everybody shares.</summary>
    public static StandingRules Shared { get; } = new();

    /// <summary>A cue found in a sentence.</summary>
    internal readonly record struct Found(Standing Standing, char Side, int Distance, string Concerns, int First, int Last, string Written);

    /// <summary>Every cue of the sentence, found once for all its triggers.</summary>
    internal List<Found> Find(Sequence<Token> tokens)
    {
        var found = new List<Found>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Mark) continue;
            if (byFirst.TryGetValue(tokens[i].Lower, out var cues))
                foreach (var cue in cues) TryAdd(cue, tokens, i, found);
            if (stems.TryGetValue(tokens[i].Lower[0], out var likely))
                foreach (var cue in likely)
                    if (tokens[i].Lower.AsSpan().StartsWith(cue.Words[0].AsSpan(0, cue.Words[0].Length - 1), StringComparison.Ordinal)) TryAdd(cue, tokens, i, found);
            if (tokens[i].Lower.EndsWith("n't", StringComparison.Ordinal)) found.Add(new Found(Standing.Negated, 'L', 2, "*", i, i, "n't"));
        }
        return found;
    }

    /// <summary>How a trigger from <paramref name="first"/> to <paramref name="last"/> stands, and the cue that says so.</summary>
    internal static (Standing Standing, string? Cue) Judge(List<Found> cues, Sequence<Token> tokens, TriggerEntry entry, int first, int last)
    {
        var worst = Standing.Asserted;
        string? why = null;
        foreach (var cue in cues)
        {
            if (cue.Standing <= worst || !Concerns(cue.Concerns, entry)) continue;
            if (cue.First <= last && cue.Last >= first && cue.Side != 'S') continue;
            var applies = cue.Side switch
            {
                'L' => cue.Last < first && WordsBetween(tokens, cue.Last + 1, first) <= cue.Distance && !ClauseBetween(tokens, cue.Last + 1, first),
                'R' => cue.First > last && WordsBetween(tokens, last + 1, cue.First) <= cue.Distance,
                _ => cue.First < first || cue.Last > last,
            };
            if (applies) (worst, why) = (cue.Standing, cue.Written);
        }
        return (worst, why);
    }

    private static void TryAdd(Cue cue, Sequence<Token> tokens, int i, List<Found> found)
    {
        var at = i;
        for (var w = 1; w < cue.Words.Length; w++)
            if (++at >= tokens.Count || tokens[at].Lower != cue.Words[w]) return;
        found.Add(new Found(cue.Standing, cue.Side, cue.Distance, cue.Concerns, i, at, cue.Written));
    }

    /// <summary>Whether a cue that is meant for some families is meant for this trigger.</summary>
    internal static bool Concerns(string concerns, TriggerEntry entry) => concerns switch
    {
        "*" => true,
        "violent" => entry.Family is not (TriggerFamily.Protest or TriggerFamily.Arrest or TriggerFamily.Operation or TriggerFamily.Disruption
            or TriggerFamily.Intervention or TriggerFamily.Agreement or TriggerFamily.GroupChange or TriggerFamily.Reference),
        _ => entry.Family is TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.BodyFound
            || entry.Parts.Count == 1 && entry.Parts[0].Base is "explosion" or "blast" or "explode" or "strike" or "violence",
    };

    private static int WordsBetween(Sequence<Token> tokens, int from, int to)
    {
        var words = 0;
        for (var i = from; i < to; i++)
            if (tokens[i].Kind != TokenKind.Mark) words++;
        return words;
    }

    private static bool ClauseBetween(Sequence<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (tokens[i].Lower is "," or ";" or ":" or "when" or "but" or "after" or "who") return true;
        return false;
    }
}
