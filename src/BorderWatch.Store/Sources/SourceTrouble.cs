namespace BorderWatch.Store.Sources;

/// <summary>What is wrong with a source that ought to bring articles.</summary>
/// <param name="Kind">What.</param>
/// <param name="Since">Since when, UTC: its last success, poll or article.</param>
/// <param name="UsualDays">For a silent source: the longest pause, in days, that it has made between articles; null where it is not known any more.</param>
/// <param name="Unreadable">For unreadable articles: how many of the last week's.</param>
/// <param name="OfArticles">For unreadable articles: how many the last week brought.</param>
public sealed record SourceTrouble(SourceTroubleKind Kind, DateTimeOffset Since, int? UsualDays = null, int Unreadable = 0, int OfArticles = 0)
{
    // Fewer tell nothing of a rhythm, or of how many can be read.
    private const int LeastDays = 5;
    private const int LeastArticles = 5;

    // One failure is a hiccup, and one slow morning is no silence.
    private const int TellingFailures = 3;
    private static readonly TimeSpan s_hiccup = TimeSpan.FromDays(1);
    private static readonly TimeSpan s_shortestSilence = TimeSpan.FromHours(36);

    // The schedule asks every source at least once a day, whatever has happened; the rest is for the poll itself.
    private static readonly TimeSpan s_latestPoll = TimeSpan.FromHours(26);

    /// <summary>What is wrong; null where nothing is, or nothing is expected of it (switched off, a demo's, pasted).</summary>
    /// <param name="view">The source and its last article.</param>
    /// <param name="days">How many articles arrived, by how many times 24 hours ago; days without any may be left out.</param>
    /// <param name="unreadable">How many of the last week's could not be read.</param>
    /// <param name="now">Now, UTC.</param>
    public static SourceTrouble? Of(SourceView view, IReadOnlyDictionary<int, int> days, int unreadable, DateTimeOffset now)
    {
        var source = view.Source;
        if (source is not { Kind: SourceKind.Feed, IsEnabled: true, IsDemo: false, FeedUrl: not null }) return null;
        var succeeded = source.LastSucceededAt ?? source.CreatedAt;
        if (source.LastError is not null && (source.ConsecutiveFailures >= TellingFailures || now - succeeded > s_hiccup)) return new(SourceTroubleKind.Failing, succeeded);
        var polled = source.LastPolledAt ?? source.CreatedAt;
        if (now - polled > Longer(s_latestPoll, source.PollInterval * 5)) return new(SourceTroubleKind.NotPolled, polled);
        var week = days.Where(day => day.Key < 7).Sum(day => day.Value);
        if (week >= LeastArticles && unreadable * 2 >= week) return new(SourceTroubleKind.Unreadable, now.AddDays(-7), null, unreadable, week);
        return view.LastArticleAt is { } last ? Silence(days, last, view.ArticleCount, now) : null;
    }

    private static SourceTrouble? Silence(IReadOnlyDictionary<int, int> days, DateTimeOffset last, int articles, DateTimeOffset now)
    {
        var active = days.Where(day => day.Value > 0).Select(day => day.Key).Order().ToList();
        if (active.Count == 0) return articles >= LeastArticles ? new(SourceTroubleKind.Silent, last) : null;
        if (active.Count < LeastDays) return null;
        var usual = active.Zip(active.Skip(1), (newer, older) => older - newer).Max();
        return now - last > Longer(s_shortestSilence, TimeSpan.FromDays(2 * usual)) ? new(SourceTroubleKind.Silent, last, usual) : null;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>What can be wrong with a source.</summary>
public enum SourceTroubleKind
{
    /// <summary>Its polls fail.</summary>
    Failing,

    /// <summary>Nobody polls it although it is switched on.</summary>
    NotPolled,

    /// <summary>Most of what it brings cannot be read.</summary>
    Unreadable,

    /// <summary>It answers, and has brought nothing for more than twice its longest pause.</summary>
    Silent,
}
