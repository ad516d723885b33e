using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Casualties;

/// <summary>One count of people killed, injured, abducted or arrested, as one sentence gives it.</summary>
/// <param name="Category">What became of them.</param>
/// <param name="Range">How many; all bounds null for a bare plural ("civilians were killed").</param>
/// <param name="Number">The words that state the number, or the noun phrase where the number is implied.</param>
/// <param name="Predicate">The words that say what became of them: "were shot dead", "death toll".</param>
/// <param name="Victims">Who they are; null where the sentence does not say ("at least five were killed").</param>
/// <param name="Flags">How the number may be used.</param>
/// <param name="SentenceIndex">The number of the sentence in the document.</param>
/// <param name="InTitle">True where the spans count in the headline.</param>
/// <param name="Rule">The rule that found it, for the explanation: <c>casualties.killed.passive</c>.</param>
public sealed record CasualtyMention(
    CasualtyCategory Category,
    CasualtyRange Range,
    TextSpan Number,
    TextSpan Predicate,
    VictimPhrase? Victims,
    CasualtyFlags Flags,
    int SentenceIndex,
    bool InTitle,
    string Rule)
{
    /// <summary>From the number to the predicate, whichever comes first: what is quoted as evidence.</summary>
    public TextSpan Span => Number.Union(Predicate);

    /// <summary>True where every one of <paramref name="flags"/> is set.</summary>
    public bool Is(CasualtyFlags flags) => (Flags & flags) == flags;

    /// <summary>True where the number says what this incident did: not a part, not background, not merely feared or planned.</summary>
    public bool IsCount => (Flags & (CasualtyFlags.Part | CasualtyFlags.Background | CasualtyFlags.Unrealised)) == 0;
}
