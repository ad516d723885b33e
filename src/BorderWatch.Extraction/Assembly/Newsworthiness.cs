using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Decides which of the things that an article tells are incidents that it reports.</summary>
internal static class Newsworthiness
{
    /// <summary>What a clause must weigh for its incident to be reported: set on the dev sets, see docs/extraction.md.</summary>
    private const double Threshold = 0.6;

    /// <summary>The drafts worth reporting, in the order of the text, background last.</summary>
    public static List<IncidentDraft> Select(List<IncidentDraft> drafts, ArticleFacts article)
    {
        var kept = drafts.Where(d => IsReported(d, drafts, article)).ToList();
        return [.. kept.OrderBy(d => d.Background ? 1 : 0)];
    }

    private static bool IsReported(IncidentDraft draft, List<IncidentDraft> all, ArticleFacts article)
    {
        var lead = draft.Lead;
        if (lead.Main.Standing >= Standing.Unreal) return false;
        if (draft.Weight < Threshold) return false;
        // Only referred to or long past: nothing by itself, unless it is dated and placed.
        if (!draft.Mentions.Exists(m => m.Asserted) && !(draft.Mentions.Exists(m => m.Main.Standing == Standing.Referred && m.Date is { IsOccasion: true } && m.Place is not null))) return false;
        // The headline's words alone: the body would have told it.
        if (draft.Mentions.TrueForAll(m => m.Sentence.InTitle) && article.Sentences.Count > 3) return false;
        return true;
    }
}
