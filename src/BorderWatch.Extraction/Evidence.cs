namespace BorderWatch.Extraction;

/// <summary>The words of the article that a value rests on.</summary>
/// <param name="Field">The field's name as the command line prints it: <c>killed</c>, <c>place</c>, <c>eventType</c> …</param>
/// <param name="Quote">The words themselves: always equal to the text from <paramref name="Start"/> to <paramref name="End"/>.</param>
/// <param name="Start">First UTF-16 code unit, inclusive.</param>
/// <param name="End">Last UTF-16 code unit, exclusive.</param>
/// <param name="InTitle">True where the offsets count in the headline, false where they count in the body.</param>
/// <param name="Value">Which of a field's several values it supports (an actor's name); null where the field has one value.</param>
public sealed record Evidence(string Field, string Quote, int Start, int End, bool InTitle = false, string? Value = null);
