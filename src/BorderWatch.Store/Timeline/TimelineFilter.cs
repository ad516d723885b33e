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

    /// <summary>ACLED sub-event types: each narrows its own event type where that is chosen, and stands beside the others.</summary>
    public IReadOnlyList<string> SubEventTypes { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>A province's name as places carry it.</summary>
    public string? Admin1 { get; init; }

    /// <summary>A saved region.</summary>
    public Guid? RegionId { get; init; }

    /// <summary>One place, by its id.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>A part of the world that the place must lie in. Only places that are known at least to the district can be said to.</summary>
    public Places.GeoBox? Box { get; init; }

    /// <summary>Only incidents whose place is known in one of these ways; empty for any.</summary>
    public IReadOnlyList<Incidents.PlacePrecision> Precisions { get; init; } = [];

    /// <summary>Those who took part: every one of them, unlike the other parts.</summary>
    public IReadOnlyList<ActorPart> Actors { get; init; } = [];

    /// <summary>Some target is of one of these kinds; empty for any.</summary>
    public IReadOnlyList<Actors.TargetKind> TargetKinds { get; init; } = [];

    /// <summary>A watchlist: any of its actors took part, or it happened at any of its places.</summary>
    public Guid? WatchlistId { get; init; }

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

    /// <summary>True: only demo incidents; false: only others; null: both.</summary>
    public bool? IsDemo { get; init; }

    /// <summary>People killed.</summary>
    public CountRange? Killed { get; init; }

    /// <summary>People injured.</summary>
    public CountRange? Injured { get; init; }

    /// <summary>People abducted.</summary>
    public CountRange? Abducted { get; init; }

    /// <summary>The means, as a plain noun; case does not count.</summary>
    public string? Weapon { get; init; }

    /// <summary>The place must be known as precisely as this, or more so.</summary>
    public Incidents.PlacePrecision? Precision { get; init; }

    /// <summary>0 to 1, inclusive.</summary>
    public double? Confidence { get; init; }

    /// <summary>Editors' words: the incident carries every one of them. Case does not count.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Only incidents first reported after this moment, UTC.</summary>
    public DateTimeOffset? ReportedAfter { get; init; }

    /// <summary>True where nothing is asked, so that everything but the rejected is shown.</summary>
    public bool IsEmpty => EventTypes.Count + SubEventTypes.Count + Countries.Count + Actors.Count + Tags.Count + Precisions.Count + TargetKinds.Count == 0
        && this with { EventTypes = s_nothing.EventTypes, SubEventTypes = s_nothing.SubEventTypes, Countries = s_nothing.Countries, Actors = s_nothing.Actors, Tags = s_nothing.Tags, Precisions = s_nothing.Precisions, TargetKinds = s_nothing.TargetKinds } == s_nothing;

    private static readonly TimelineFilter s_nothing = new();
}
