namespace BorderWatch.Store.Incidents;

/// <summary>Finds what may belong together with an incident: the same hands, the same place, the same pattern, near in time.</summary>
public interface IRelatedIncidents
{
    /// <summary>The incidents most like it, of the same country and within half a year, each with the reasons; six at most, the nearest first.</summary>
    Task<IReadOnlyList<RelatedIncident>> FindAsync(Guid id, CancellationToken cancellation);
}

/// <summary>An incident that is related to another.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Title">Its title.</param>
/// <param name="EventType">ACLED's type.</param>
/// <param name="TimelineDate">Where it stands in the timeline.</param>
/// <param name="DaysAfter">How many days after the other; negative for before.</param>
/// <param name="SharedActors">Organised actors that took part in both.</param>
/// <param name="Kilometres">How far apart; null where one of them is not known to a spot, or they are too far apart to matter.</param>
/// <param name="SharedWeapon">The means that both name; null where they differ or none is named.</param>
public sealed record RelatedIncident(
    Guid Id, string Title, string EventType, DateOnly TimelineDate, int DaysAfter, IReadOnlyList<string> SharedActors, int? Kilometres, string? SharedWeapon);
