using System.Text.Encodings.Web;
using System.Text.Json;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Claims;

/// <summary>What of an incident changed between two moments, as a revision keeps it.</summary>
internal static class IncidentChanges
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The incident's values in words, field by field.</summary>
    public static Dictionary<string, string?> Snapshot(Incident incident) => new()
    {
        ["title"] = incident.Title,
        ["type"] = $"{incident.EventType} / {incident.SubEventType}",
        ["date"] = incident.OccurredFrom is null ? null : incident.OccurredFrom == incident.OccurredTo ? $"{incident.OccurredFrom:yyyy-MM-dd}" : $"{incident.OccurredFrom:yyyy-MM-dd}..{incident.OccurredTo:yyyy-MM-dd}",
        ["place"] = incident.Place is null ? null : $"{incident.Place.Name}, {incident.Place.CountryCode}",
        ["killed"] = Words(incident.Killed),
        ["injured"] = Words(incident.Injured),
        ["abducted"] = Words(incident.Abducted),
        ["weapon"] = incident.Weapon,
        ["actors"] = incident.Actors.Count == 0 ? null : string.Join("; ", incident.Actors.Select(a => $"{a.Actor.Name} ({a.Role}, {a.Attribution})").Order(StringComparer.Ordinal)),
        ["status"] = incident.RejectionReason is { } reason ? $"{incident.Status}: {reason}" : incident.Status.ToString(),
        ["tags"] = incident.Tags.Count == 0 ? null : string.Join(", ", incident.Tags.Select(t => t.Name).Order(StringComparer.Ordinal)),
    };

    /// <summary>The fields that differ as a JSON object, each with <c>from</c> and <c>to</c>.</summary>
    public static string Between(Dictionary<string, string?>? before, Dictionary<string, string?> after) =>
        JsonSerializer.Serialize(
            after.Where(a => a.Value != before?[a.Key]).ToDictionary(a => a.Key, a => new { from = before?[a.Key], to = a.Value }), Json);

    /// <summary>The revision that a change of an incident leaves.</summary>
    public static Revision Revision(Incident incident, DateTimeOffset at, string by, string action, Dictionary<string, string?>? before, string? reason = null, Guid? edit = null) => new()
    {
        SubjectType = "incident",
        SubjectId = incident.Id,
        At = at,
        By = by,
        Action = action,
        Reason = reason,
        EditId = edit,
        Changes = Between(before, Snapshot(incident)),
    };

    private static string? Words(CasualtyCount count) => count switch
    {
        { IsSaid: false } => null,
        { Best: { } best } when count.Low == best && count.High == best => $"{best}",
        _ => $"{count.Low?.ToString() ?? "?"}..{count.Best?.ToString() ?? "?"}..{count.High?.ToString() ?? "?"}",
    };
}
