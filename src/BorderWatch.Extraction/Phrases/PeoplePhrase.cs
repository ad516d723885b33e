using BorderWatch.Extraction.Casualties;

namespace BorderWatch.Extraction.Phrases;

/// <summary>A noun phrase for people; indexes count lexemes of the sentence, the last one exclusive.</summary>
/// <param name="From">Where it begins, article and number included.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Range">How many; null for a plural without a number.</param>
/// <param name="NounFrom">Where the words after article and number begin; equal to <paramref name="To"/> where there are none.</param>
/// <param name="Head">The head noun in lower case; null for a bare number.</param>
/// <param name="Class">What the head says.</param>
/// <param name="IsNumbered">True where the text states the number.</param>
/// <param name="IsName">True for a person's name.</param>
/// <param name="IsDefinite">True after "the", "these", a possessive: people who were mentioned before.</param>
internal sealed record PeoplePhrase(
    int From, int To, CasualtyRange? Range, int NounFrom, string? Head, PeopleClass Class, bool IsNumbered, bool IsName = false, bool IsDefinite = false)
{
    /// <summary>True where the number is nought: "no civilians".</summary>
    public bool IsNobody => Range is { Low: 0, High: 0 };
}
