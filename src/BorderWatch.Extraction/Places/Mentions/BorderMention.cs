using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Mentions;

/// <summary>Words that name a border.</summary>
/// <param name="Sentence">Where they stand.</param>
/// <param name="First">First token.</param>
/// <param name="Last">One after the last token.</param>
/// <param name="Country">One of the two countries.</param>
/// <param name="Other">The other; null where the words name one only ("near the Afghan border").</param>
/// <param name="Side">The country whose side it is, where the words say so ("Pakistan's border with Iran"); else null.</param>
internal sealed record BorderMention(Sentence Sentence, int First, int Last, string Country, string? Other, string? Side)
{
    public int Start => Sentence.Tokens[First].Start;

    public int End => Sentence.Tokens[Last - 1].End;
}
