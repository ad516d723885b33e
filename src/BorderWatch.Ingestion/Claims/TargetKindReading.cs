using Extracted = BorderWatch.Extraction.Actors;
using Kept = BorderWatch.Store.Actors;

namespace BorderWatch.Ingestion.Claims;

/// <summary>What kinds of target an actor's name says it is, in the store's words.</summary>
internal static class TargetKindReading
{
    /// <summary>The kinds, in the enumeration's order; none where the name says nothing.</summary>
    public static List<Kept.TargetKind> Of(string name, Kept.ActorKind kind) => [.. Extracted.TargetKinds.Of(name, (Extracted.ActorKind)kind).Select(Kind)];

    private static Kept.TargetKind Kind(Extracted.TargetKind kind) => kind switch
    {
        Extracted.TargetKind.ForeignNationals => Kept.TargetKind.ForeignNationals,
        Extracted.TargetKind.AidWorkers => Kept.TargetKind.AidWorkers,
        Extracted.TargetKind.Mining => Kept.TargetKind.Mining,
        Extracted.TargetKind.Infrastructure => Kept.TargetKind.Infrastructure,
        Extracted.TargetKind.Health => Kept.TargetKind.Health,
        Extracted.TargetKind.Education => Kept.TargetKind.Education,
        Extracted.TargetKind.Media => Kept.TargetKind.Media,
        Extracted.TargetKind.Religion => Kept.TargetKind.Religion,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
