using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Casualties;

/// <summary>The noun phrase that names the people counted, without its number.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">As written: "Chinese workers", "tribal elder Haji Gul".</param>
/// <param name="Head">Its head noun in lower case: "workers"; the last name where it is a person's name.</param>
public sealed record VictimPhrase(TextSpan Span, string Words, string Head);
