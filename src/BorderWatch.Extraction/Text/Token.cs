namespace BorderWatch.Extraction.Text;

/// <summary>A word, number or mark of punctuation in a text.</summary>
/// <param name="Start">First UTF-16 code unit, inclusive.</param>
/// <param name="End">Last UTF-16 code unit, exclusive.</param>
/// <param name="Written">As it stands in the text.</param>
/// <param name="Lower">In lower case, with typographic apostrophes made plain; what lexicons compare.</param>
/// <param name="Kind">What it is made of.</param>
public readonly record struct Token(int Start, int End, string Written, string Lower, TokenKind Kind)
{
    /// <summary>True where it is a word that begins with a capital letter.</summary>
    public bool IsCapitalised => Kind == TokenKind.Word && char.IsUpper(Written[0]);

    /// <summary>True where it is written large and goes on small: a name, in a text whose every letter may be a capital.</summary>
    public bool IsTitled => IsCapitalised && (Written.Length == 1 || Written.AsSpan(1).ContainsAnyInRange('a', 'z'));

    /// <inheritdoc />
    public override string ToString() => Written;
}

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>Letters; inner apostrophes and full stops of abbreviations belong to it ("don't", "U.S."), hyphens part words.</summary>
    Word,

    /// <summary>Digits, with thousands separators and a decimal point ("1,200", "3.5").</summary>
    Number,

    /// <summary>One mark of punctuation or a symbol.</summary>
    Mark,
}
