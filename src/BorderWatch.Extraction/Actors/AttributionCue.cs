using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>Words that say who is held to have done it.</summary>
/// <param name="Kind">What they say.</param>
/// <param name="Actor">Of whom; null where they name nobody ("no group has claimed responsibility").</param>
/// <param name="SentenceIndex">The number of the sentence in the document.</param>
/// <param name="Span">The cue itself: "claimed responsibility", "blamed on".</param>
/// <param name="InTitle">True where the span counts in the headline.</param>
public sealed record AttributionCue(AttributionCueKind Kind, ActorMention? Actor, int SentenceIndex, TextSpan Span, bool InTitle);

/// <summary>What a cue says about an actor.</summary>
public enum AttributionCueKind
{
    /// <summary>"X claimed responsibility".</summary>
    Claimed,

    /// <summary>"blamed on X", "attributed to X", "accused X of".</summary>
    Blamed,

    /// <summary>"suspected X", "resembles the pattern of X", "believed to be X".</summary>
    Suspected,

    /// <summary>"X denied involvement".</summary>
    Denied,

    /// <summary>"no group has claimed responsibility", "unclaimed".</summary>
    Unclaimed,

    /// <summary>"unidentified", "the identity of the attackers is not known".</summary>
    Unidentified,
}
