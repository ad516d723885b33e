using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Phrases;

/// <summary>One or more tokens that act as one word: a hyphenated word, a number with its "at least".</summary>
internal readonly record struct Lexeme(int Start, int End, string Lower, string Written, LexemeKind Kind, CasualtyRange Range = default)
{
    public bool IsCapitalised => Kind == LexemeKind.Word && char.IsUpper(Written[0]);

    public bool IsQuantity => Kind == LexemeKind.Quantity;

    public TextSpan Span => new(Start, End);
}

internal enum LexemeKind
{
    /// <summary>A word; also what looks like a number but counts nothing: "3rd", "10:30", "35-year-old".</summary>
    Word,

    /// <summary>Punctuation.</summary>
    Mark,

    /// <summary>A plain number as read from its digits: what a quantity is made of.</summary>
    Number,

    /// <summary>A count: "at least nine", "dozens", "between 10 and 15", "no".</summary>
    Quantity,
}
