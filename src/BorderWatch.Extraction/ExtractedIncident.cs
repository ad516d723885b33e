using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction;

/// <summary>One incident as one article tells it. Every value that is not null has evidence.</summary>
/// <param name="Kind">What happened, in ACLED's terms.</param>
/// <param name="Occurred">When it happened; never more precise than the text.</param>
/// <param name="Place">Where; null where the article does not say.</param>
/// <param name="Actors">Who did it, to whom, and who came: never the outlet, never a mere commentator.</param>
/// <param name="Killed">People killed; null where the article says nothing, which is not zero.</param>
/// <param name="Injured">People injured; null where the article says nothing.</param>
/// <param name="Abducted">People abducted; null where the article says nothing.</param>
/// <param name="Weapon">The means, as a plain noun ("roadside bomb"); null where the article does not say.</param>
/// <param name="Title">One line that a person can read in a timeline.</param>
/// <param name="Confidence">0 to 1: of those given 0.8, four in five should be right.</param>
/// <param name="Evidence">The quotations, in the order of the text.</param>
public sealed record ExtractedIncident(
    EventKind Kind,
    OccurrencePeriod Occurred,
    ExtractedPlace? Place,
    IReadOnlyList<ExtractedActor> Actors,
    CasualtyRange? Killed,
    CasualtyRange? Injured,
    CasualtyRange? Abducted,
    string? Weapon,
    string Title,
    double Confidence,
    IReadOnlyList<Evidence> Evidence);
