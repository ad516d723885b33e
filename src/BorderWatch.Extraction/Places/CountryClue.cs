using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>Words that speak for a country without naming it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Weight">3 where the words are used nowhere else, down to a hint.</param>
/// <param name="Words">The words as the lexicon has them: one clue counts once, however often it stands in the text.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Sentence">The sentence that they stand in.</param>
internal sealed record CountryClue(string Country, double Weight, string Words, TextSpan Span, Sentence Sentence);
