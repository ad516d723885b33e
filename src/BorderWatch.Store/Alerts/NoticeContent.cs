using System.Text.Json;
using System.Text.Json.Serialization;
using BorderWatch.Store.Briefs;

namespace BorderWatch.Store.Alerts;

/// <summary>What a notice tells.</summary>
/// <param name="Total">How many incidents it is about.</param>
/// <param name="Incidents">The gravest of them as they were, at most <see cref="Most"/>.</param>
/// <param name="From">First day of what was counted, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Escalation">What was expected, where the notice is of a range that was left; else null.</param>
public sealed record NoticeContent(int Total, IReadOnlyList<BriefIncident> Incidents, DateOnly From, DateOnly To, LeftRange? Escalation = null)
{
    /// <summary>More incidents than these are only counted.</summary>
    public const int Most = 50;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>What a notice holds.</summary>
    public static NoticeContent Of(AlertNotice notice) => JsonSerializer.Deserialize<NoticeContent>(notice.Content, s_json) ?? throw new JsonException("The notice's content is empty.");

    internal string ToJson() => JsonSerializer.Serialize(this, s_json);
}

/// <summary>A week that left its expected range.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="RegionName">Its name then.</param>
/// <param name="EventType">ACLED event type.</param>
/// <param name="Count">Incidents of the seven days.</param>
/// <param name="Low">The least that was expected.</param>
/// <param name="High">The most that was expected.</param>
/// <param name="Expected">The mean that was expected.</param>
public sealed record LeftRange(Guid RegionId, string RegionName, string EventType, int Count, int Low, int High, double Expected);
