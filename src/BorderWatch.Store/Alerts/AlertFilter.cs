using System.Text.Json;
using System.Text.Json.Serialization;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Alerts;

/// <summary>A rule's filter as the store keeps it. Days have no part in it: a rule watches what comes.</summary>
public static class AlertFilter
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The filter that a rule asks.</summary>
    public static TimelineFilter Of(AlertRule rule) => JsonSerializer.Deserialize<TimelineFilter>(rule.Filter, s_json) ?? new TimelineFilter();

    /// <summary>The same filter without its days.</summary>
    public static TimelineFilter WithoutDays(TimelineFilter filter) => filter with { From = null, To = null, ReportedAfter = null };

    internal static string ToJson(TimelineFilter filter) => JsonSerializer.Serialize(WithoutDays(filter), s_json);
}
