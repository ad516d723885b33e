using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Dates;

/// <summary>A date or period that a text names, reckoned in the article's own offset from UTC.</summary>
/// <param name="Period">The days that it can mean; unknown where it needs an anchor and there is none.</param>
/// <param name="SentenceIndex">The number of the sentence in the document.</param>
/// <param name="Span">The words, in the body or in the headline.</param>
/// <param name="InTitle">True where the span counts in the headline.</param>
/// <param name="Flags">What the date is for.</param>
/// <param name="Rule">The rule that found it, for the explanation: <c>dates.weekday</c>.</param>
public sealed record DateMention(
    OccurrencePeriod Period, int SentenceIndex, TextSpan Span, bool InTitle, DateFlags Flags, string Rule)
{
    /// <summary>True where it can be the date of an incident that the sentence reports.</summary>
    public bool IsOccasion => (Flags & (DateFlags.Filing | DateFlags.Background | DateFlags.Duration | DateFlags.Speech | DateFlags.Future)) == 0;
}
