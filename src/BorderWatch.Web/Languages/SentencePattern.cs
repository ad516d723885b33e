using System.Text.RegularExpressions;

namespace BorderWatch.Web.Languages;

/// <summary>A sentence with places for values, {0}, {1} … in this order, by which one is recognised that has its values in it.</summary>
internal sealed partial class SentencePattern
{
    private readonly string[] _pieces;

    private SentencePattern(string[] pieces) => _pieces = pieces;

    /// <summary>The pattern of a text such as "There is no tag “{0}”.".</summary>
    public static SentencePattern Of(string text) => new(Placeholder().Split(text));

    /// <summary>How many characters stand around the values.</summary>
    public int Words => _pieces.Sum(piece => piece.Length);

    /// <summary>True where nothing stands before the first value.</summary>
    public bool BeginsWithValue => _pieces[0].Length == 0;

    /// <summary>What stands in a sentence at {0}, {1} …, none of it empty; null where the sentence is another.</summary>
    public IReadOnlyList<string>? Values(string sentence)
    {
        if (!sentence.StartsWith(_pieces[0], StringComparison.Ordinal)) return null;
        var (values, at) = (new List<string>(), _pieces[0].Length);
        for (var next = 1; next < _pieces.Length; next++)
        {
            var isLast = next == _pieces.Length - 1;
            if (at >= sentence.Length) return null;
            // A value has at least one character; the last piece is the end of the sentence.
            var end = isLast
                ? sentence.EndsWith(_pieces[next], StringComparison.Ordinal) ? sentence.Length - _pieces[next].Length : -1
                : sentence.IndexOf(_pieces[next], at + 1, StringComparison.Ordinal);
            if (end <= at) return null;
            values.Add(sentence[at..end]);
            at = end + _pieces[next].Length;
        }
        return values;
    }

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();
}
