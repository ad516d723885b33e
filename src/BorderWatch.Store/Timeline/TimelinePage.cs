using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Timeline;

/// <summary>Where a page ends: the next page holds what is older. Newest first, by (timeline date, id).</summary>
/// <param name="Date">The last row's timeline date.</param>
/// <param name="Id">The last row's incident.</param>
public readonly record struct TimelineCursor(DateOnly Date, Guid Id);

/// <summary>A page of the timeline, newest first.</summary>
/// <param name="Rows">The incidents.</param>
/// <param name="Next">Where to go on; null at the end.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineRow> Rows, TimelineCursor? Next);

/// <summary>One incident as the timeline shows it.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Title">One line.</param>
/// <param name="EventType">ACLED event type.</param>
/// <param name="SubEventType">ACLED sub-event type.</param>
/// <param name="TimelineDate">Where it stands.</param>
/// <param name="OccurredFrom">First possible day; null where nothing is known.</param>
/// <param name="OccurredTo">Last possible day, inclusive; null where nothing is known.</param>
/// <param name="TimePrecision">How precisely the date is known.</param>
/// <param name="PlaceName">Null where no report says.</param>
/// <param name="Admin1">Null where it is not known.</param>
/// <param name="CountryCode">Null where it is not known.</param>
/// <param name="PlacePrecision">Null where there is no place.</param>
/// <param name="Latitude">WGS 84 degrees; null where the place is in no gazetteer. What they mean, the precision says.</param>
/// <param name="Longitude">WGS 84 degrees; null likewise.</param>
/// <param name="Killed">People killed.</param>
/// <param name="Injured">People injured.</param>
/// <param name="Abducted">People abducted.</param>
/// <param name="Perpetrators">Names of those who did it, or are said to have.</param>
/// <param name="Targets">Names of those attacked.</param>
/// <param name="ReportCount">How many reports.</param>
/// <param name="SourceCount">From how many sources.</param>
/// <param name="HasConflict">True where reports contradict each other.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Status">What an editor has said.</param>
/// <param name="IsDemo">True where every report comes from invented demo outlets.</param>
/// <param name="FirstReportedAt">When its first report was taken in, UTC.</param>
public sealed record TimelineRow(
    Guid Id, string Title, string EventType, string SubEventType, DateOnly TimelineDate, DateOnly? OccurredFrom,
    DateOnly? OccurredTo, TimePrecision TimePrecision, string? PlaceName, string? Admin1, string? CountryCode,
    PlacePrecision? PlacePrecision, double? Latitude, double? Longitude, CasualtyCount Killed, CasualtyCount Injured, CasualtyCount Abducted,
    IReadOnlyList<string> Perpetrators, IReadOnlyList<string> Targets, int ReportCount, int SourceCount,
    bool HasConflict, double Confidence, IncidentStatus Status, bool IsDemo, DateTimeOffset FirstReportedAt);
