using System.Collections.Frozen;
using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Languages;

/// <summary>
/// The words of one language other than English, from a single table: what names an incident, what counts the killed and the injured, numbers, days, what
/// denies or only fears. It knows no grammar; what can be said without one is said by <see cref="WordReader"/>. docs/extraction.md tells how to write one.
/// </summary>
public sealed class WordLexicon
{
    private readonly ILookup<string, Row> _byFirstWord;
    private readonly Row[] _stems;

    private WordLexicon(string language, IEnumerable<string[]> rows)
    {
        Language = language;
        var read = rows.Select(Row.Read).ToList();
        Confidence = read.Find(row => row.Kind == WordKind.Confidence) is { } share ? double.Parse(share.Value, CultureInfo.InvariantCulture) : 0.5;
        read.RemoveAll(row => row.Kind == WordKind.Confidence);
        _byFirstWord = read.Where(row => !row.Words[0].EndsWith('*')).OrderByDescending(row => row.Words.Length).ToLookup(row => row.Words[0]);
        _stems = [.. read.Where(row => row.Words[0].EndsWith('*')).OrderByDescending(row => row.Words.Length).ThenByDescending(row => row.Words[0].Length)];
    }

    /// <summary>ISO 639-1.</summary>
    public string Language { get; }

    /// <summary>0 to 1: the share of its incidents that are right, as whoever wrote it has measured.</summary>
    public double Confidence { get; }

    /// <summary>The lexicons that are built into this assembly, by language: each <c>Data/xx/words.tsv</c>.</summary>
    public static IReadOnlyDictionary<string, WordLexicon> BuiltIn { get; } = typeof(WordLexicon).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith("/words.tsv", StringComparison.Ordinal)).Select(name => name[..^"/words.tsv".Length])
        .ToFrozenDictionary(language => language, language => new WordLexicon(language, Lexicon.Rows(language + "/words.tsv")));

    /// <summary>Reads a lexicon from the lines of its table.</summary>
    /// <param name="language">ISO 639-1.</param>
    /// <param name="lines">Tab-separated values; <c>#</c> begins a comment.</param>
    /// <exception cref="FormatException">A row has a kind that is none, or a value that is no number where one belongs.</exception>
    public static WordLexicon Read(string language, IEnumerable<string> lines) =>
        new(language, lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')));

    /// <summary>What a row's words are for.</summary>
    internal enum WordKind
    {
        /// <summary>Names an incident: type and sub-event type.</summary>
        Event,

        /// <summary>Says that people were killed; the value tells where their number stands: before, after, either.</summary>
        Killed,

        /// <summary>As <see cref="Killed"/>.</summary>
        Injured,

        /// <summary>As <see cref="Killed"/>.</summary>
        Abducted,

        /// <summary>A number.</summary>
        Number,

        /// <summary>Denies the incident that follows at once.</summary>
        Not,

        /// <summary>Makes of a sentence a fear, a plan, a memory, a trial.</summary>
        Unreal,

        /// <summary>A day counted from the publication's: -1 for yesterday.</summary>
        Day,

        /// <summary>A day of the week, Monday 1 to Sunday 7.</summary>
        Weekday,

        /// <summary>A month, 1 to 12.</summary>
        Month,

        /// <summary>A place's inflected name: what it is called, and country, latitude, longitude.</summary>
        Place,

        /// <summary>The lexicon's own measure; no words.</summary>
        Confidence,
    }

    /// <summary>A row of the table; <paramref name="Number"/> is its value where the kind wants a number, else 0.</summary>
    internal sealed record Row(WordKind Kind, string[] Words, string Value, string More, int Number)
    {
        public static Row Read(string[] cells)
        {
            var number = 0;
            if (cells.Length < 2 || !Enum.TryParse<WordKind>(cells[0], ignoreCase: true, out var kind)
                || kind is WordKind.Number or WordKind.Day or WordKind.Weekday or WordKind.Month && !(cells.Length > 2 && int.TryParse(cells[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
                || kind == WordKind.Month && number is < 1 or > 12)
                throw new FormatException($"A lexicon's row is kind, words, value; this one is not: {string.Join(" | ", cells)}");
            return new Row(kind, cells[1].ToLowerInvariant().Split(' '), cells.Length > 2 ? cells[2] : "", cells.Length > 3 ? cells[3] : "", number);
        }
    }

    /// <summary>Words of the lexicon found in a sentence.</summary>
    internal readonly record struct Found(Row Row, int First, int Last);

    /// <summary>Every phrase of the lexicon in the tokens, the longest first where several begin at one.</summary>
    internal List<Found> Find(Sequence<Token> tokens)
    {
        var found = new List<Found>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var at = found.Count;
            foreach (var row in _byFirstWord[tokens[i].Lower].Concat(_stems.Where(stem => Matches(tokens[i].Lower, stem.Words[0]))))
                if (Ends(tokens, i, row.Words) is { } last && !found.Skip(at).Any(other => other.Row.Kind == row.Kind)) found.Add(new Found(row, i, last));
        }
        return found;
    }

    private static int? Ends(Sequence<Token> tokens, int i, string[] words)
    {
        for (var k = 0; k < words.Length; k++)
            if (i + k >= tokens.Count || !Matches(tokens[i + k].Lower, words[k])) return null;
        return i + words.Length - 1;
    }

    private static bool Matches(string word, string pattern) =>
        pattern[^1] == '*' ? word.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : string.Equals(word, pattern, StringComparison.Ordinal);
}
