using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>What steps bear on.</summary>
internal static class EditSteps
{
    /// <summary>The incidents that a step changes or looks at.</summary>
    public static IEnumerable<Guid> Incidents(EditStep step) => step switch
    {
        EditStep.Ruled s => [s.IncidentId],
        EditStep.Reviewed s => [s.IncidentId],
        EditStep.Tagged s => [s.IncidentId],
        EditStep.Moved s => [s.From, s.To],
        EditStep.Merged s => ((Guid?[])[s.IncidentId, s.From, s.To]).OfType<Guid>(),
        EditStep.Arranged s => [s.IncidentId],
        EditStep.Assigned s => [s.IncidentId],
        EditStep.TagMerged => [],
        EditStep.Parted s => [s.FirstId, s.SecondId],
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>What an editor must be permitted, besides to rule, to take this step.</summary>
    public static Permission? Needs(EditStep step) => step is EditStep.TagMerged ? Permission.ManageTags : null;

    /// <summary>True where the machine must not match meanwhile.</summary>
    public static bool MovesReports(EditStep step) => step is EditStep.Moved or EditStep.Merged or EditStep.Arranged;
}
