using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Exports;

/// <summary>One incident with everything that a file can say of it.</summary>
public sealed record ExportRow
{
    /// <summary>The incident.</summary>
    public required Guid Id { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>ACLED's event type.</summary>
    public required string EventType { get; init; }

    /// <summary>ACLED's sub-event type.</summary>
    public required string SubEventType { get; init; }

    /// <summary>Where it stands in the timeline.</summary>
    public required DateOnly TimelineDate { get; init; }

    /// <summary>First possible day; null where nothing is known.</summary>
    public required DateOnly? OccurredFrom { get; init; }

    /// <summary>Last possible day, inclusive; null where nothing is known.</summary>
    public required DateOnly? OccurredTo { get; init; }

    /// <summary>How precisely the date is known.</summary>
    public required TimePrecision TimePrecision { get; init; }

    /// <summary>Null where no report says.</summary>
    public required string? PlaceName { get; init; }

    /// <summary>District; null where it is not known.</summary>
    public required string? Admin2 { get; init; }

    /// <summary>Province; null where it is not known.</summary>
    public required string? Admin1 { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null where it is not known.</summary>
    public required string? CountryCode { get; init; }

    /// <summary>WGS 84 degrees; null where there are none.</summary>
    public required double? Latitude { get; init; }

    /// <summary>WGS 84 degrees; null where there are none.</summary>
    public required double? Longitude { get; init; }

    /// <summary>What the coordinates mean; null where there is no place.</summary>
    public required PlacePrecision? PlacePrecision { get; init; }

    /// <summary>People killed.</summary>
    public required CasualtyCount Killed { get; init; }

    /// <summary>People injured.</summary>
    public required CasualtyCount Injured { get; init; }

    /// <summary>People abducted.</summary>
    public required CasualtyCount Abducted { get; init; }

    /// <summary>The means; null where no report says.</summary>
    public required string? Weapon { get; init; }

    /// <summary>How many reports.</summary>
    public required int ReportCount { get; init; }

    /// <summary>From how many sources.</summary>
    public required int SourceCount { get; init; }

    /// <summary>True where reports contradict each other.</summary>
    public required bool HasConflict { get; init; }

    /// <summary>0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>What an editor has said.</summary>
    public required IncidentStatus Status { get; init; }

    /// <summary>True where every report comes from invented demo outlets.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>When the first report arrived, UTC.</summary>
    public required DateTimeOffset FirstReportedAt { get; init; }

    /// <summary>When the last report arrived, UTC.</summary>
    public required DateTimeOffset LastReportedAt { get; init; }

    /// <summary>Changes with every change of the incident.</summary>
    public required uint Version { get; init; }

    /// <summary>Who took part, by role and name.</summary>
    public IReadOnlyList<ExportActor> Actors { get; init; } = [];

    /// <summary>The outlets that report it, by name.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Its tags, by name.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}

/// <summary>An actor of an exported incident.</summary>
public sealed record ExportActor(Guid Id, string Name, ActorKind Kind, ActorRole Role, Attribution Attribution);

/// <summary>What one report says of one field of one incident.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Field">Which field.</param>
/// <param name="Value">The value as JSON.</param>
/// <param name="Quote">The words that it rests on.</param>
/// <param name="Source">The outlet.</param>
/// <param name="Url">The article's address; null for pasted text.</param>
/// <param name="PublishedAt">Null where the outlet does not say.</param>
public sealed record ExportClaim(Guid IncidentId, ClaimField Field, string Value, string Quote, string Source, string? Url, DateTimeOffset? PublishedAt);
