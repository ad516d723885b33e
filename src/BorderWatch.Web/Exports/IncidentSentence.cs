using BorderWatch.Store.Actors;
using BorderWatch.Store.Exports;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Exports;

/// <summary>An incident in a line of prose, for files that people read.</summary>
internal static class IncidentSentence
{
    /// <summary>"Armed clash. near Ishkashim, Gorno-Badakhshan, Tajikistan. 20 Nov 2026. Unidentified gunmen → Border guards. 13+ killed, injured: not said. 3 reports: Steppe Wire."</summary>
    public static string Of(ExportRow row)
    {
        var within = PlaceWords.Within(row.PlaceName, row.Admin1, row.CountryCode);
        var (by, against) = (ExportColumn.Names(row, ActorRole.Perpetrator), ExportColumn.Names(row, ActorRole.Target));
        string[] parts =
        [
            row.SubEventType,
            PlaceWords.Of(row.PlaceName, row.PlacePrecision) + (within.Length > 0 ? $", {within}" : ""),
            DateWords.Period(row.OccurredFrom, row.OccurredTo, row.TimePrecision),
            by is null && against is null ? "" : $"{by ?? "perpetrator not said"}{(against is null ? "" : $" → {against}")}",
            $"{CasualtyWords.Spoken(row.Killed, "killed")}, {CasualtyWords.Spoken(row.Injured, "injured")}",
            $"{CountWords.Of(row.ReportCount, "report")}: {string.Join(", ", row.Sources)}",
            row.HasConflict ? "Reports differ" : "",
            row.IsDemo ? "Demo: invented outlets and events" : "",
        ];
        return string.Join(". ", parts.Where(part => part.Length > 0)) + ".";
    }
}
