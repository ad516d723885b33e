using BorderWatch.Ingestion.Desk;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Articles;

/// <summary>What saving did, in a sentence.</summary>
public static class SavedWords
{
    /// <summary>The sentence.</summary>
    public static string Of(SavedArticle saved) => (saved.IsNew, saved.Incidents.Count, saved.NewIncidents) switch
    {
        (false, 0, _) => "This article was here already, and reports no incident.",
        (false, _, _) => "This article was here already. This is what it reports.",
        (_, 0, _) => "Saved. It reports no incident, so nothing was added to the timeline.",
        (_, var all, 0) => $"Saved. It joined {CountWords.Of(all, "incident")} that {(all == 1 ? "was" : "were")} known.",
        (_, var all, var added) when all == added => $"Saved with {CountWords.Of(added, "new incident")}.",
        (_, var all, var added) => $"Saved with {CountWords.Of(added, "new incident")}; it joined {all - added} that {(all - added == 1 ? "was" : "were")} known.",
    };
}
