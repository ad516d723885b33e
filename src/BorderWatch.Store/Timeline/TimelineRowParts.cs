using System.Linq.Expressions;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Timeline;

/// <summary>What a timeline row is read as: one collection, so that one statement without repeated rows loads it, and tolls number by number: asked for whole, they bring every column of the incident.</summary>
internal sealed class TimelineRowParts
{
    public required TimelineRow Row { get; init; }

    public required List<NamedRole> People { get; init; }

    public static readonly Expression<Func<Incident, TimelineRowParts>> Of = i => new TimelineRowParts
    {
        Row = new TimelineRow(
            i.Id, i.Title, i.EventType, i.SubEventType, i.TimelineDate, i.OccurredFrom, i.OccurredTo, i.TimePrecision,
            i.Place!.Name, i.Admin1, i.CountryCode, i.PlacePrecision, i.Place.Latitude, i.Place.Longitude,
            new CasualtyCount(i.Killed.Low, i.Killed.Best, i.Killed.High), new CasualtyCount(i.Injured.Low, i.Injured.Best, i.Injured.High), new CasualtyCount(i.Abducted.Low, i.Abducted.Best, i.Abducted.High),
            Array.Empty<string>(), Array.Empty<string>(), i.ReportCount, i.SourceCount, i.HasConflict, i.Confidence, i.Status, i.IsDemo, i.FirstReportedAt),
        People = i.Actors
            .Where(part => part.Role == ActorRole.Perpetrator || part.Role == ActorRole.Target)
            .OrderBy(part => part.Actor.Name)
            .Select(part => new NamedRole(part.Role, part.Actor.Name))
            .ToList(),
    };

    public TimelineRow ToRow() => Row with { Perpetrators = Names(ActorRole.Perpetrator), Targets = Names(ActorRole.Target) };

    private string[] Names(ActorRole role) => [.. People.Where(person => person.Role == role).Select(person => person.Name)];

    internal sealed record NamedRole(ActorRole Role, string Name);
}
