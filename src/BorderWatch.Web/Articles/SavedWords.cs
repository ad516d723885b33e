using BorderWatch.Ingestion.Desk;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Articles;

/// <summary>What saving did, in a sentence.</summary>
public static class SavedWords
{
    /// <summary>The sentence.</summary>
    public static string Of(SavedArticle saved) => (saved.IsNew, saved.Incidents.Count, saved.NewIncidents) switch
    {
        (false, 0, _) => Say.It("This article was here already, and reports no incident."),
        (false, _, _) => Say.It("This article was here already. This is what it reports."),
        (_, 0, _) => Say.It("Saved. It reports no incident, so nothing was added to the timeline."),
        (_, var all, 0) => Say.Count(all, "Saved. It joined {0} incident that was known.", "Saved. It joined {0} incidents that were known."),
        (_, var all, var added) when all == added => Say.It("Saved with {0}.", CountWords.Of(added, "new incident")),
        (_, var all, var added) => Say.Count(all - added, "Saved with {1}; it joined {0} that was known.", "Saved with {1}; it joined {0} that were known.", CountWords.Of(added, "new incident")),
    };
}
