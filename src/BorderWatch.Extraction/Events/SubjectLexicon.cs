using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>The words that show what an article is about: sport, a court, an earthquake, or security.</summary>
internal sealed class SubjectLexicon
{
    /// <summary>What speaks for an incident; every other subject speaks against one.</summary>
    public const string Security = "security";

    private readonly Dictionary<string, List<Row>> byFirst = [];

    private readonly Dictionary<string, List<Row>>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    private readonly List<string> names = [];

    private readonly record struct Row(int Number, int Subject, double Weight, string[] Words);

    public SubjectLexicon()
    {
        bySpan = byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var cells in Lexicon.Rows("subjects.tsv"))
        {
            var subject = names.IndexOf(cells[0]);
            if (subject < 0)
            {
                subject = names.Count;
                names.Add(cells[0]);
            }
            var row = new Row(RowCount++, subject, double.Parse(cells[1], CultureInfo.InvariantCulture), cells[2].Replace('-', ' ').Split(' '));
            if (byFirst.TryGetValue(row.Words[0], out var rows)) rows.Add(row);
            else byFirst[row.Words[0]] = [row];
        }
    }

    public static SubjectLexicon Shared { get; } = new();

    /// <summary>The subjects, in the order of the lexicon.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; private set; }

    /// <summary>Adds to <paramref name="weights"/>, one number a subject, what a sentence's words weigh; a row counts once as long as <paramref name="seen"/> is the same.</summary>
    public void Weigh(Sequence<Token> tokens, double[] weights, HashSet<int> seen)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word) continue;
            var word = tokens[i].Lower;
            Add(word, tokens, i, weights, seen);
            if (word.Length > 3 && word[^1] == 's') Add(word.AsSpan(..^1), tokens, i, weights, seen);
            if (word.Length > 5 && word.EndsWith("es", StringComparison.Ordinal)) Add(word.AsSpan(..^2), tokens, i, weights, seen);
        }
    }

    private void Add(ReadOnlySpan<char> first, Sequence<Token> tokens, int i, double[] weights, HashSet<int> seen)
    {
        if (!bySpan.TryGetValue(first, out var rows)) return;
        foreach (var row in rows)
            if (Matches(row.Words, tokens, i) && seen.Add(row.Number)) weights[row.Subject] += row.Weight;
    }

    // Hyphens part words in the text and in the lexicon alike: "al-Qaeda", "set-piece". Those of the text are skipped, a few at most.
    private static bool Matches(string[] words, Sequence<Token> tokens, int i)
    {
        var at = i;
        for (var w = 1; w < words.Length; w++)
        {
            at++;
            if (at < tokens.Count && tokens[at].Lower == "-") at++;
            if (at >= tokens.Count) return false;
            var lower = tokens[at].Lower;
            if (lower != words[w] && !(lower.Length == words[w].Length + 1 && lower[^1] == 's' && lower.StartsWith(words[w], StringComparison.Ordinal))) return false;
        }
        return true;
    }
}
