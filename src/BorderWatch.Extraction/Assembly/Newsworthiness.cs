using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// Decides which of the things that an article tells are incidents that it reports: those for which it gives particulars
/// (where, when, who, how many), or which it opens with. The weights are set by hand and described in docs/extraction.md.
/// </summary>
internal static class Newsworthiness
{
    /// <summary>What the particulars of an incident must weigh for it to be reported.</summary>
    public const double Threshold = 1.75;

    /// <summary>So many people killed or hurt at once are no incident's count but a war's.</summary>
    private const int WarToll = 1000;

    /// <summary>The drafts worth reporting, in the order of the text, background last.</summary>
    public static List<IncidentDraft> Select(List<IncidentDraft> drafts, ArticleFacts article)
    {
        foreach (var draft in drafts) draft.Salience = Weigh(draft, article);
        var kept = drafts.Where(d => IsReported(d, article)).ToList();
        // "Ten were killed in separate operations yesterday": what follows tells them one by one.
        if (kept.Exists(d => !d.Background && !IsRoundUp(d))) kept.RemoveAll(IsRoundUp);
        foreach (var draft in kept) draft.IsOneOfMany = kept.Count > 1;
        return [.. kept.OrderBy(d => d.Background ? 1 : 0)];
    }

    private static bool IsRoundUp(IncidentDraft draft) => draft.Place is { Level: ToponymLevel.Country } && draft.Mentions.TrueForAll(m => CasualtyCount.SumsUp(m.Facts));

    private static bool IsReported(IncidentDraft draft, ArticleFacts article)
    {
        if (draft.Lead.Main.Standing >= Standing.Unreal) return false;
        // Only referred to or long past: nothing by itself, unless it is dated and placed.
        if (!draft.Mentions.Exists(m => m.Asserted && !(draft.Background && m.Anaphoric)) && !draft.Mentions.Exists(m => m.Main.Standing == Standing.Referred && m.Main.Cue != TriggerReview.ThingAlone && m.Date is { IsOccasion: true } && m.Place is not null)) return false;
        if (IsMereDeath(draft)) return false;
        // The headline's words alone: the body would have told it.
        if (draft.Mentions.TrueForAll(m => m.Sentence.IsHeadline) && article.Sentences.Count > 3) return false;
        return draft.Salience >= Threshold;
    }

    // "Died", "two dead", "the deaths of": nobody is said to have been killed, and nobody who kills is near.
    private static bool IsMereDeath(IncidentDraft draft) =>
        draft.Mentions.TrueForAll(m => m.Triggers.TrueForAll(t => t.Family is TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.Reference && t.Entry.Weight <= 0.4))
        && !draft.Mentions.Exists(m => m.Facts.Actors.Exists(a => a.IsUnidentified || a.Kind is ActorKind.Rebel or ActorKind.Militia or ActorKind.Criminal || a.Sort == ActorSort.Force));

    private static double Weigh(IncidentDraft draft, ArticleFacts article)
    {
        var mentions = draft.Mentions;
        var score = 1.5 * mentions.Max(m => m.Main.Entry.Weight * (m.Main.Standing <= Standing.Referred ? 1 : 0.3)) - 0.4;
        score += mentions.Exists(m => m.Asserted) ? 0.4 : mentions.Exists(m => m.Main.Standing == Standing.Referred) ? 0 : -0.5;
        score += Where(draft) + When(draft) + Toll(draft) + Who(draft);
        var first = mentions[0].Sentence;
        if (first.IsHeadline || first.Index - (article.Sentences[0].Sentence.IsHeadline ? 1 : 0) < 2) score += 0.5;
        if (mentions.Count > 1) score += 0.25;
        // A brief exists to tell its incident; a long piece mentions many in passing.
        score += article.Sentences.Count switch { <= 3 => 0.7, <= 6 => 0.35, _ => 0 };
        if (draft.Background) score -= 1.3;
        if (mentions.TrueForAll(m => IsOpinion(m.Facts))) score -= 0.5;
        if (mentions.TrueForAll(m => Themes.Of(m.Main.Family) is Theme.Police or Theme.Politics)) score -= article.Sentences.Count > 3 ? 0.5 : 0.2;
        return score;
    }

    private static double Where(IncidentDraft draft) => draft.Place switch
    {
        null => 0,
        { IsPrecise: true } => 0.5,
        { Level: ToponymLevel.Country } => 0.1,
        _ => 0.35,
    };

    private static double When(IncidentDraft draft) => draft.Date switch
    {
        { IsOccasion: true, Period.Precision: TimePrecision.Day } => 0.4,
        { IsOccasion: true } => 0.15,
        _ => 0,
    };

    private static double Toll(IncidentDraft draft)
    {
        var score = 0.0;
        foreach (var casualty in draft.Mentions.SelectMany(m => m.Casualties))
        {
            if (!casualty.IsCount || (casualty.Range.Best ?? casualty.Range.Low ?? 0) >= WarToll) continue;
            score = Math.Max(score, casualty.Is(CasualtyFlags.Negated) ? 0.2 : casualty.Range is { Low: null, Best: null, High: null } ? 0.15 : 0.4);
        }
        return score;
    }

    private static double Who(IncidentDraft draft)
    {
        var score = 0.0;
        var actors = draft.Mentions.SelectMany(m => m.Facts.Actors.Where(a => !a.IsSource && m.Holds(a.Span))).ToList();
        if (actors.Exists(a => a.Sort is ActorSort.Institution or ActorSort.Person or ActorSort.Force)) score += 0.25;
        if (actors.Exists(a => a.Sort is ActorSort.NamedGroup or ActorSort.Generic)) score += 0.15;
        return score;
    }

    // "We must not let them kill us": somebody argues.
    private static bool IsOpinion(SentenceFacts facts)
    {
        foreach (var token in facts.Sentence.Tokens)
            if (token.Lower is "we" or "our" or "us" or "i" or "my") return true;
        return false;
    }
}
