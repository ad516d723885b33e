namespace BorderWatch.Extraction.Assembly;

/// <summary>Puts the clauses that tell of the same incident together.</summary>
internal static class DraftMerger
{
    /// <summary>A clause may tell of one of so many incidents before it: more stand in no article, and comparing with all would take ever longer.</summary>
    private const int Reach = 20;

    /// <summary>What is told in so many clauses is told.</summary>
    private const int MostMentions = 40;

    /// <summary>The incidents of an article in the order in which it tells them.</summary>
    public static List<IncidentDraft> Merge(List<EventMention> mentions, DateOnly? anchor)
    {
        var drafts = new List<IncidentDraft>();
        IncidentDraft? latest = null;
        foreach (var mention in mentions)
        {
            var home = Home(drafts, latest, mention, anchor);
            // "The attacks resemble …" tells nothing new: it speaks of what was told, or of nothing reported here.
            if (home is null && mention.Anaphoric && mention.Casualties.Count == 0 && mention.Date is null && drafts.Count > 0) continue;
            if (home is null)
            {
                home = new IncidentDraft(mention);
                drafts.Add(home);
            }
            else if (home.Mentions.Count < MostMentions) home.Mentions.Add(mention);
            latest = home;
        }
        return drafts;
    }

    private static IncidentDraft? Home(List<IncidentDraft> drafts, IncidentDraft? latest, EventMention mention, DateOnly? anchor)
    {
        IncidentDraft? best = null;
        var bestScore = Coreference.Same;
        foreach (var draft in drafts.Skip(drafts.Count - Reach))
        {
            var score = Coreference.Score(draft, mention, draft == latest, anchor);
            // Back to an older incident only where more speaks for it than for the one just told.
            if (score > bestScore || best is not null && draft == latest && score >= bestScore) (best, bestScore) = (draft, score);
        }
        return best;
    }
}
