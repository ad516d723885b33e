using System.Globalization;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>Words of a sentence that speak for a country without naming it: a party, a rank, a kind of district, a currency.</summary>
internal static class CountryClues
{
    private sealed record Entry(string[] Words, bool AsWritten, string Country, double Weight);

    private static readonly Dictionary<string, Entry[]> ByFirstWord = Lexicon.Rows("country-clues.tsv").Skip(1).Select(Read).GroupBy(e => e.Words[0].ToLowerInvariant()).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Every clue, in the order of the text.</summary>
    public static IEnumerable<CountryClue> In(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Mark || !ByFirstWord.TryGetValue(tokens[i].Lower, out var entries)) continue;
            // "Lok Sabha" is one clue, and the "sabha" in it none.
            var found = Array.FindAll(entries, entry => Matches(tokens, i, entry));
            if (found.Length == 0) continue;
            var longest = found.Max(entry => entry.Words.Length);
            foreach (var entry in found.Where(e => e.Words.Length == longest))
                yield return new CountryClue(entry.Country, entry.Weight, string.Join(' ', entry.Words), new TextSpan(tokens[i].Start, tokens[i + longest - 1].End), sentence);
            i += longest - 1;
        }
    }

    private static bool Matches(Sequence<Token> tokens, int i, Entry entry)
    {
        if (i + entry.Words.Length > tokens.Count) return false;
        for (var k = 0; k < entry.Words.Length; k++)
            if (!string.Equals(entry.AsWritten ? tokens[i + k].Written : tokens[i + k].Lower, entry.Words[k], StringComparison.Ordinal)) return false;
        return true;
    }

    // "NUM" and "Mon" only as written; "rickshaw" in any case.
    private static Entry Read(string[] row) => new(
        [.. Tokenizer.Tokenize(row[0], 0, row[0].Length).Select(t => t.Written)], row[0].Any(char.IsUpper), row[1], double.Parse(row[2], CultureInfo.InvariantCulture));
}
