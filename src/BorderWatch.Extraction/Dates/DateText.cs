using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Dates;

/// <summary>One sentence as the date rules see it.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Anchor">What "today" means; null where nothing tells.</param>
/// <param name="PrefersMonthFirst">True where "11/03" is November: the outlet is American.</param>
internal readonly record struct DateText(Sequence<Token> Tokens, DateOnly? Anchor, bool PrefersMonthFirst)
{
    /// <summary>The token's word in lower case; empty outside the sentence.</summary>
    public string Lower(int i) => i >= 0 && i < Tokens.Count ? Tokens[i].Lower : "";

    /// <summary>True where the token touches the one before it.</summary>
    public bool Touches(int i) => i > 0 && i < Tokens.Count && Tokens[i - 1].End == Tokens[i].Start;

    /// <summary>The whole number at <paramref name="i"/>, ordinals included ("3rd"); null where there is none. <c>Next</c> is the index after it.</summary>
    public (int Value, int Next)? Number(int i)
    {
        if (i < 0 || i >= Tokens.Count || Tokens[i].Kind != TokenKind.Number || !int.TryParse(Tokens[i].Written, out var value)) return null;
        return Touches(i + 1) && Lower(i + 1) is "st" or "nd" or "rd" or "th" ? (value, i + 2) : (value, i + 1);
    }
}

/// <summary>A date that a rule read: its period, the tokens from the first to the last (exclusive), and what it is for.</summary>
internal readonly record struct ReadDate(OccurrencePeriod Period, int From, int To, DateFlags Flags, string Rule);
