using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Alerts;

/// <summary>A rule's filter as the store keeps it. Days have no part in it: a rule watches what comes.</summary>
public static class AlertFilter
{
    /// <summary>The filter that a rule asks.</summary>
    public static TimelineFilter Of(AlertRule rule) => FilterJson.Read(rule.Filter);

    /// <summary>The same filter without its days.</summary>
    public static TimelineFilter WithoutDays(TimelineFilter filter) => filter with { From = null, To = null, ReportedAfter = null };

    internal static string ToJson(TimelineFilter filter) => FilterJson.Of(WithoutDays(filter));
}
