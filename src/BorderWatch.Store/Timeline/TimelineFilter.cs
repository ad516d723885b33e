namespace BorderWatch.Store.Timeline;

/// <summary>What a reader asks to see. Every part is optional; parts are joined by "and", values of one part by "or".</summary>
public sealed record TimelineFilter
{
    /// <summary>First day, inclusive, of the incident's timeline date.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>ACLED event types.</summary>
    public IReadOnlyList<string> EventTypes { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>A province's name as places carry it.</summary>
    public string? Admin1 { get; init; }

    /// <summary>A saved region.</summary>
    public Guid? RegionId { get; init; }

    /// <summary>Somebody who took part.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Only incidents that this source reports.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>Words to find, as a web search takes them: "quoted phrase", -without.</summary>
    public string? Text { get; init; }

    /// <summary>Only what editors have said this of; rejected incidents are left out unless asked for.</summary>
    public Incidents.IncidentStatus? Status { get; init; }

    /// <summary>True: only incidents of which no report says whether anybody was killed.</summary>
    public bool WithoutToll { get; init; }

    /// <summary>True: only incidents whose reports contradict each other.</summary>
    public bool InConflict { get; init; }

    /// <summary>True where nothing is asked, so that everything but the rejected is shown.</summary>
    public bool IsEmpty => this == new TimelineFilter() || (From, To, Admin1, RegionId, ActorId, SourceId, Text, Status) is (null, null, null, null, null, null, null, null)
        && !WithoutToll && !InConflict && EventTypes.Count == 0 && Countries.Count == 0;
}
