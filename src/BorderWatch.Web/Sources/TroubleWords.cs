using BorderWatch.Store.Sources;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Sources;

/// <summary>What is wrong with a source, in a sentence that goes on from its name.</summary>
public static class TroubleWords
{
    /// <summary>"has brought nothing for 5 days; …".</summary>
    public static string Of(SourceTrouble trouble, Source source, DateTimeOffset now) => trouble.Kind switch
    {
        SourceTroubleKind.Failing => $"has not answered well {(source.LastSucceededAt is null ? "since it was added" : $"since {DateWords.Moment(trouble.Since)}")}{(source.ConsecutiveFailures > 1 ? $" ({source.ConsecutiveFailures} polls in a row)" : "")}: {source.LastError}",
        SourceTroubleKind.NotPolled => $"is switched on and was not polled since {DateWords.Moment(trouble.Since)}: see that a process runs that polls sources.",
        SourceTroubleKind.Unreadable => $"brings what cannot be read: {trouble.Unreadable} of {CountWords.Of(trouble.OfArticles, "article")} of the last 7 days.",
        _ when trouble.UsualDays is { } usual => $"has fallen silent: it answers, and has brought nothing new for {CountWords.Of((int)(now - trouble.Since).TotalDays, "day")}, where {CountWords.Of(usual, "day")} was its longest pause in the eight weeks before.",
        _ => $"has fallen silent: it answers, and has brought nothing new since {DateWords.Moment(trouble.Since)}.",
    };
}
