using BorderWatch.Store.Sources;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Sources;

/// <summary>What is wrong with a source, in a sentence that goes on from its name.</summary>
public static class TroubleWords
{
    /// <summary>"has brought nothing for 5 days; …".</summary>
    public static string Of(SourceTrouble trouble, Source source, DateTimeOffset now) => trouble.Kind switch
    {
        SourceTroubleKind.Failing => Say.It("has not answered well {0}{1}: {2}", source.LastSucceededAt is null ? Say.It("since it was added") : Say.It("since {0}", DateWords.Moment(trouble.Since)), source.ConsecutiveFailures > 1 ? " " + Say.It("({0} polls in a row)", source.ConsecutiveFailures) : "", Say.Answer(source.LastError)),
        SourceTroubleKind.NotPolled => Say.It("is switched on and was not polled since {0}: see that a process runs that polls sources.", DateWords.Moment(trouble.Since)),
        SourceTroubleKind.Unreadable => Say.It("brings what cannot be read: {0} of {1} of the last 7 days.", trouble.Unreadable, CountWords.Of(trouble.OfArticles, "article")),
        _ when trouble.UsualDays is { } usual => Say.It("has fallen silent: it answers, and has brought nothing new for {0}, where {1} was its longest pause in the eight weeks before.", CountWords.Of((int)(now - trouble.Since).TotalDays, "day"), CountWords.Of(usual, "day")),
        _ => Say.It("has fallen silent: it answers, and has brought nothing new since {0}.", DateWords.Moment(trouble.Since)),
    };
}
