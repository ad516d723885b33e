using BorderWatch.Store.Actors;
using BorderWatch.Store.Exports;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;

namespace BorderWatch.Web.Exports;

/// <summary>A column of a table of incidents.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Value">A string, int, long, double, bool, DateOnly or DateTimeOffset; null leaves the cell empty, which is not zero.</param>
internal sealed record ExportColumn(string Name, Func<ExportRow, ExportSource, object?> Value)
{
    /// <summary>Everything that is known.</summary>
    public static IReadOnlyList<ExportColumn> Own { get; } =
    [
        new("id", (row, _) => row.Id.ToString()),
        new("permalink", (row, source) => source.Permalink(row.Id)),
        new("title", (row, _) => row.Title),
        new("event_type", (row, _) => row.EventType),
        new("sub_event_type", (row, _) => row.SubEventType),
        new("timeline_date", (row, _) => row.TimelineDate),
        new("occurred_from", (row, _) => row.OccurredFrom),
        new("occurred_to", (row, _) => row.OccurredTo),
        new("time_precision", (row, _) => Word(row.TimePrecision)),
        new("place", (row, _) => row.PlaceName),
        new("admin2", (row, _) => row.Admin2),
        new("admin1", (row, _) => row.Admin1),
        new("country_code", (row, _) => row.CountryCode),
        new("country", (row, _) => Country(row)),
        new("latitude", (row, _) => row.Latitude),
        new("longitude", (row, _) => row.Longitude),
        new("place_precision", (row, _) => Word(row.PlacePrecision)),
        .. Count("killed", row => row.Killed),
        .. Count("injured", row => row.Injured),
        .. Count("abducted", row => row.Abducted),
        new("weapon", (row, _) => row.Weapon),
        .. Enum.GetValues<ActorRole>().Select(role => new ExportColumn(role is ActorRole.Other ? "other_actors" : $"{Word(role)}s", (row, _) => Names(row, role))),
        new("perpetrator_attribution", (row, _) => Joined(row.Actors.Where(actor => actor.Role is ActorRole.Perpetrator).Select(actor => Word(actor.Attribution)!))),
        new("sources", (row, _) => Joined(row.Sources)),
        new("source_count", (row, _) => row.SourceCount),
        new("report_count", (row, _) => row.ReportCount),
        new("reports_differ", (row, _) => row.HasConflict),
        new("confidence", (row, _) => row.Confidence),
        new("status", (row, _) => Word(row.Status)),
        new("tags", (row, _) => Joined(row.Tags)),
        new("is_demo", (row, _) => row.IsDemo),
        new("first_reported_at", (row, _) => row.FirstReportedAt),
        new("last_reported_at", (row, _) => row.LastReportedAt),
    ];

    /// <summary>
    /// ACLED's public column names in ACLED's order, then ours for what ACLED has no column for. A column that we have no value for is empty:
    /// its codes for actors and interactions, its numbering of events, and its division of disorder are judgements of its coders.
    /// </summary>
    public static IReadOnlyList<ExportColumn> Acled { get; } =
    [
        new("event_id_cnty", Nothing),
        new("event_date", (row, _) => row.TimelineDate),
        new("year", (row, _) => row.TimelineDate.Year),
        new("time_precision", (row, _) => row.TimePrecision switch { TimePrecision.Day => 1, TimePrecision.Week => 2, TimePrecision.Month => 3, _ => null }),
        new("disorder_type", Nothing),
        new("event_type", (row, _) => row.EventType),
        new("sub_event_type", (row, _) => row.SubEventType),
        new("actor1", (row, _) => Nth(row, ActorRole.Perpetrator, 0)),
        new("assoc_actor_1", (row, _) => Others(row, ActorRole.Perpetrator)),
        new("inter1", Nothing),
        new("actor2", (row, _) => Nth(row, ActorRole.Target, 0)),
        new("assoc_actor_2", (row, _) => Others(row, ActorRole.Target)),
        new("inter2", Nothing),
        new("interaction", Nothing),
        new("civilian_targeting", Nothing),
        new("iso", Nothing),
        new("region", Nothing),
        new("country", (row, _) => Country(row)),
        new("admin1", (row, _) => row.Admin1),
        new("admin2", (row, _) => row.Admin2),
        new("admin3", Nothing),
        new("location", (row, _) => row.PlaceName),
        new("latitude", (row, _) => row.Latitude),
        new("longitude", (row, _) => row.Longitude),
        new("geo_precision", (row, _) => row.PlacePrecision switch
        {
            PlacePrecision.Exact => 1, PlacePrecision.Near or PlacePrecision.Admin2 => 2, PlacePrecision.Admin1 => 3, _ => null,
        }),
        new("source", (row, _) => Joined(row.Sources)),
        new("source_scale", Nothing),
        new("notes", (row, _) => row.Title),
        new("fatalities", (row, _) => row.Killed.Best ?? row.Killed.Low),
        new("tags", (row, _) => Joined(row.Tags)),
        new("timestamp", (row, _) => row.LastReportedAt.ToUnixTimeSeconds()),
        new("borderwatch_id", (row, _) => row.Id.ToString()),
        new("permalink", (row, source) => source.Permalink(row.Id)),
        new("country_code", (row, _) => row.CountryCode),
        new("place_precision", (row, _) => Word(row.PlacePrecision)),
        .. Count("killed", row => row.Killed),
        new("report_count", (row, _) => row.ReportCount),
        new("is_demo", (row, _) => row.IsDemo),
    ];

    /// <summary>A word of an enumeration in small letters; null for null.</summary>
    public static string? Word<T>(T? value) => value?.ToString()?.ToLowerInvariant();

    /// <summary>The names of those in a role; null where there is nobody.</summary>
    public static string? Names(ExportRow row, ActorRole role) => Joined(In(row, role));

    private static object? Nothing(ExportRow row, ExportSource source) => null;

    private static IEnumerable<ExportColumn> Count(string name, Func<ExportRow, CasualtyCount> count) =>
    [
        new($"{name}_low", (row, _) => count(row).Low), new($"{name}_best", (row, _) => count(row).Best), new($"{name}_high", (row, _) => count(row).High),
    ];

    private static IEnumerable<string> In(ExportRow row, ActorRole role) => row.Actors.Where(actor => actor.Role == role).Select(actor => actor.Name);

    private static string? Nth(ExportRow row, ActorRole role, int n) => In(row, role).ElementAtOrDefault(n);

    private static string? Others(ExportRow row, ActorRole role) => Joined(In(row, role).Skip(1));

    private static string? Joined(IEnumerable<string> names) => string.Join("; ", names) is { Length: > 0 } joined ? joined : null;

    private static string? Country(ExportRow row) => row.CountryCode is { } code ? CountryName.Of(code) : null;
}
