using BorderWatch.Store.Actors;
using BorderWatch.Store.Tags;

namespace BorderWatch.Store.Incidents;

/// <summary>Something that happened once, as its reports together tell it. Values are derived from claims by stated rules.</summary>
public sealed class Incident
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>One line for the timeline.</summary>
    public required string Title { get; set; }

    /// <summary>ACLED's event type.</summary>
    public required string EventType { get; set; }

    /// <summary>ACLED's sub-event type.</summary>
    public required string SubEventType { get; set; }

    /// <summary>The first day that it can have happened; null where nothing is known.</summary>
    public DateOnly? OccurredFrom { get; set; }

    /// <summary>The last day that it can have happened, inclusive; null where nothing is known.</summary>
    public DateOnly? OccurredTo { get; set; }

    /// <summary>How precisely the date is known.</summary>
    public TimePrecision TimePrecision { get; set; }

    /// <summary>Where it stands in the timeline: <see cref="OccurredTo"/>, or the day first reported where no date is known.</summary>
    public DateOnly TimelineDate { get; set; }

    /// <summary>Where it happened; null where no report says.</summary>
    public Guid? PlaceId { get; set; }

    /// <summary>Where it happened; null where no report says.</summary>
    public Places.Place? Place { get; set; }

    /// <summary>How precisely the reports place it; null where none does.</summary>
    public PlacePrecision? PlacePrecision { get; set; }

    /// <summary>People killed.</summary>
    public CasualtyCount Killed { get; set; } = CasualtyCount.Unsaid;

    /// <summary>People injured.</summary>
    public CasualtyCount Injured { get; set; } = CasualtyCount.Unsaid;

    /// <summary>People abducted.</summary>
    public CasualtyCount Abducted { get; set; } = CasualtyCount.Unsaid;

    /// <summary>The means, as a plain noun; null where no report says.</summary>
    public string? Weapon { get; set; }

    /// <summary>0 to 1: the extractor's confidence that this is an incident and rightly typed, the best of its reports.</summary>
    public double Confidence { get; set; }

    /// <summary>What an editor has said of it.</summary>
    public IncidentStatus Status { get; set; }

    /// <summary>Why an editor rejected it; null where nobody did, and where no report tells of it any more.</summary>
    public RejectionReason? RejectionReason { get; set; }

    /// <summary>When something came that bears on what an editor said of it as a whole, UTC; null where nothing has since.</summary>
    public DateTimeOffset? StatusChallengedAt { get; set; }

    /// <summary>True where a report contradicts a ruling that stands, or bears on the status that an editor gave.</summary>
    public bool IsChallenged { get; set; }

    /// <summary>True where an editor has said which reports are its: the machine takes none away and merges it with none that another arranged.</summary>
    public bool IsArranged { get; set; }

    /// <summary>The incident that this one turned out to be; null for one that stands. A merged incident has no reports, and its address leads to the other.</summary>
    public Guid? MergedIntoId { get; set; }

    /// <summary>The account whose it is to look at; null where it is nobody's. Ends when somebody confirms or rejects it.</summary>
    public Guid? AssigneeId { get; set; }

    /// <summary>True where reports contradict each other on a field.</summary>
    public bool HasConflict { get; set; }

    /// <summary>How many reports it has, superseded ones left out. The store counts at every save; what is set here is overwritten.</summary>
    public int ReportCount { get; set; }

    /// <summary>How many sources those reports come from. The store counts at every save; what is set here is overwritten.</summary>
    public int SourceCount { get; set; }

    /// <summary>True where it has reports and all of them come from invented demo outlets. Kept by the store at every save.</summary>
    public bool IsDemo { get; private set; }

    /// <summary>The place's country, copied so that one index serves "newest in this country". Kept by the store at every save.</summary>
    public string? CountryCode { get; private set; }

    /// <summary>The place's province, copied likewise. Kept by the store at every save.</summary>
    public string? Admin1 { get; private set; }

    /// <summary>When the first report arrived, UTC.</summary>
    public DateTimeOffset FirstReportedAt { get; init; }

    /// <summary>When the last report arrived, UTC.</summary>
    public DateTimeOffset LastReportedAt { get; set; }

    /// <summary>Who took part.</summary>
    public List<IncidentActor> Actors { get; } = [];

    /// <summary>The articles' accounts of it.</summary>
    public List<Report> Reports { get; } = [];

    /// <summary>Its tags.</summary>
    public List<Tag> Tags { get; } = [];

    /// <summary>PostgreSQL's <c>xmin</c>: the concurrency token.</summary>
    public uint Version { get; private set; }
}

/// <summary>What an editor has said of an incident.</summary>
public enum IncidentStatus
{
    /// <summary>Nothing yet.</summary>
    Unreviewed,

    /// <summary>It happened as stated.</summary>
    Confirmed,

    /// <summary>It is no incident of ours.</summary>
    Rejected,
}

/// <summary>Why an editor rejected an incident.</summary>
public enum RejectionReason
{
    /// <summary>It is no security incident.</summary>
    NotSecurity,

    /// <summary>Another incident of ours is the same. Merging says it better: then its reports are kept.</summary>
    Duplicate,

    /// <summary>Nothing bears it out.</summary>
    Unverified,

    /// <summary>It happened where the organisation does not look.</summary>
    OutsideRegion,
}

/// <summary>How precisely a date is known.</summary>
public enum TimePrecision
{
    /// <summary>The day is known.</summary>
    Day,

    /// <summary>The week is known.</summary>
    Week,

    /// <summary>The month is known.</summary>
    Month,

    /// <summary>The year is known.</summary>
    Year,

    /// <summary>Only the day of the report bounds it.</summary>
    Unknown,
}

/// <summary>How precisely a place is known.</summary>
public enum PlacePrecision
{
    /// <summary>The named town, village or site.</summary>
    Exact,

    /// <summary>Near the named place.</summary>
    Near,

    /// <summary>Somewhere in the district.</summary>
    Admin2,

    /// <summary>Somewhere in the province.</summary>
    Admin1,

    /// <summary>Somewhere along the border.</summary>
    Border,

    /// <summary>Somewhere in the country.</summary>
    Country,
}
