using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Sources;

/// <summary>How often a source is polled.</summary>
public static class IntervalWords
{
    /// <summary>What can be chosen.</summary>
    public static IReadOnlyList<TimeSpan> Choices { get; } =
    [
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromDays(1),
    ];

    /// <summary>"every 30 min", "every 6 h".</summary>
    public static string Of(TimeSpan interval) => interval switch
    {
        { TotalMinutes: < 60 } => Say.It("every {0:0} min", interval.TotalMinutes),
        { TotalHours: < 48 } => Say.It("every {0:0.#} h", interval.TotalHours),
        _ => Say.It("every {0:0.#} days", interval.TotalDays),
    };
}
