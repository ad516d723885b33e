using BorderWatch.Store.Accounts;
using BorderWatch.Store.Timeline;
using BorderWatch.Store.Views;
using BorderWatch.Web.Timeline;

namespace BorderWatch.Web.Views;

/// <summary>What came in since a reader last looked.</summary>
/// <param name="Mark">Up to when they have seen it, and in which view.</param>
/// <param name="New">How many incidents of the filter were first reported since; 0 where there is no mark.</param>
public sealed record TimelineNews(ViewMark Mark, int New)
{
    /// <summary>Nothing is known of what the reader has seen.</summary>
    public static TimelineNews None { get; } = new(new ViewMark(null, null, null, CanMark: false), 0);
}

/// <summary>Reads and keeps what a reader has seen.</summary>
public sealed class TimelineNewsReader(IViewQuery views, IViewCommands commands, ITimelineQuery timeline)
{
    /// <summary>What is new under a filter.</summary>
    public async Task<TimelineNews> ReadAsync(TimelineAddress address, Caller by, CancellationToken cancellation)
    {
        if ((await views.MarkAsync(address.Filter, address.LastDays, by, cancellation)).Value is not { } mark) return TimelineNews.None;
        if (mark.SeenAt is not { } seenAt) return new(mark, 0);
        var since = address.Filter.ReportedAfter is { } asked && asked > seenAt ? asked : seenAt;
        return new(mark, await timeline.CountAsync(address.Filter with { ReportedAfter = since }, cancellation));
    }

    /// <summary>Marks as seen what a look showed.</summary>
    /// <returns>The news as they are then; unchanged where there is nothing to mark by.</returns>
    public async Task<TimelineNews> SeenAsync(TimelineNews news, TimelineLook look, Caller by, CancellationToken cancellation)
    {
        if (!news.Mark.CanMark || look.Newest is not { } newest) return news;
        var marked = await commands.MarkSeenAsync(news.Mark.ViewId, newest, by, cancellation);
        return marked.Succeeded ? new(news.Mark with { SeenAt = newest }, 0) : news;
    }
}
