using BorderWatch.Web.Views;

namespace BorderWatch.Web.Timeline;

/// <summary>The reading that this circuit left when it opened an incident, so that "back" finds it as it was.</summary>
public sealed class TimelineMemory
{
    /// <summary>The last reading; null before the first.</summary>
    public TimelineReading? Last { get; set; }

    /// <summary>What was new in it.</summary>
    public TimelineNews News { get; set; } = TimelineNews.None;

    /// <summary>The last reading if it was under this filter.</summary>
    public TimelineReading? Of(TimelineAddress address) => Last is { } last && last.Look.Query == address.On("/") ? last : null;
}
