using System.Text;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>Finds words in a text, letter for letter but for how white space runs between them, and never a part of a word or number.</summary>
internal sealed class QuoteSearch
{
    private readonly string _text;

    private readonly string _flat;

    // Where each letter of the flat text stands in the text.
    private readonly int[] _at;

    /// <summary>Makes a text ready to be searched.</summary>
    public QuoteSearch(string text) => (_text, (_flat, _at)) = (text, Flat(text));

    /// <summary>The first place where the words stand, in the text's own offsets; null where they stand nowhere, and for words without a letter or digit.</summary>
    /// <param name="words">The words.</param>
    /// <param name="within">Where to look; null for the whole text.</param>
    /// <param name="comparison">How letters are compared.</param>
    public TextSpan? Find(string words, TextSpan? within = null, StringComparison comparison = StringComparison.Ordinal)
    {
        var flat = Flat(words).Text;
        if (!flat.Any(char.IsLetterOrDigit)) return null;
        for (var start = _flat.IndexOf(flat, comparison); start >= 0; start = start + 1 < _flat.Length ? _flat.IndexOf(flat, start + 1, comparison) : -1)
        {
            var found = new TextSpan(_at[start], _at[start + flat.Length - 1] + 1);
            if (IsWhole(found) && (within is not { } bounds || (found.Start >= bounds.Start && found.End <= bounds.End))) return found;
        }
        return null;
    }

    /// <summary>False where the stretch begins or ends inside a word, or inside a number such as 1,400 or 2.5.</summary>
    private bool IsWhole(TextSpan span) => !Joined(span.Start - 1, span.Start, -1) && !Joined(span.End, span.End - 1, 1);

    private bool Joined(int outside, int inside, int outward)
    {
        if (outside < 0 || outside >= _text.Length) return false;
        if (char.IsLetterOrDigit(_text[outside]) && char.IsLetterOrDigit(_text[inside])) return true;
        var beyond = outside + outward;
        return char.IsDigit(_text[inside]) && _text[outside] is ',' or '.' or '-' or '\u2013' && beyond >= 0 && beyond < _text.Length && char.IsDigit(_text[beyond]);
    }

    private static (string Text, int[] At) Flat(string text)
    {
        var (letters, at) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var n = 0; n < text.Length; n++)
        {
            if (char.IsWhiteSpace(text[n]) && (letters.Length == 0 || letters[^1] == ' ')) continue;
            letters.Append(char.IsWhiteSpace(text[n]) ? ' ' : text[n]);
            at.Add(n);
        }
        if (letters.Length > 0 && letters[^1] == ' ')
        {
            letters.Length--;
            at.RemoveAt(at.Count - 1);
        }
        return (letters.ToString(), [.. at]);
    }
}
