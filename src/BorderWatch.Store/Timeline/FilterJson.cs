using System.Text.Json;
using System.Text.Json.Serialization;

namespace BorderWatch.Store.Timeline;

/// <summary>A filter as the store keeps it.</summary>
internal static class FilterJson
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(TimelineFilter filter) => JsonSerializer.Serialize(filter, s_json);

    public static TimelineFilter Read(string json) => JsonSerializer.Deserialize<TimelineFilter>(json, s_json) ?? new TimelineFilter();
}
