using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Makes perpetrators of those who claim an incident or are blamed for it.</summary>
internal static class AttributionRoles
{
    /// <summary>A claim stands at most so many sentences after what it claims, where the article tells several incidents.</summary>
    private const int Reach = 4;

    public static void Apply(IncidentDraft draft, ArticleFacts article, Cast cast)
    {
        var first = draft.Mentions.Min(m => m.Sentence.Index);
        foreach (var cue in article.Attributions)
        {
            if (cue.Actor is not { } actor || cue.SentenceIndex < first) continue;
            if (draft.IsOneOfMany && !ConcernsAll(article.Sentences[cue.SentenceIndex]) && !draft.Mentions.Exists(m => cue.SentenceIndex - m.Sentence.Index is >= 0 and <= Reach)) continue;
            if (TellsAnother(draft, article.Sentences[cue.SentenceIndex])) continue;
            var known = cast.Find(actor.Name);
            switch (cue.Kind)
            {
                case AttributionCueKind.Denied when known is { Actor.Role: ActorRole.Perpetrator }:
                    cast.Doubt(known);
                    break;
                case AttributionCueKind.Claimed when known is not { Actor.Role: ActorRole.Target }:
                    cast.Set(actor, ActorRole.Perpetrator, Attribution.Claimed);
                    break;
                case AttributionCueKind.Blamed or AttributionCueKind.Suspected when known is not { Actor.Role: ActorRole.Target }:
                    cast.Set(actor, ActorRole.Perpetrator, Attribution.Suspected);
                    break;
            }
        }
    }

    // "In May, two guards were killed near Taftan, for which the group took responsibility": not for this one.
    private static bool TellsAnother(IncidentDraft draft, SentenceFacts facts) =>
        !draft.Background && !draft.Mentions.Exists(m => m.Sentence == facts.Sentence && !m.Background)
        && facts.Triggers.Count > 0 && facts.Dates.Exists(d => d.IsOccasion && d.Period.Precision is Dates.TimePrecision.Month or Dates.TimePrecision.Year) && facts.Casualties.Exists(c => c.IsCount);

    // "The attacks resemble …", "the group has claimed all three bombings"
    private static bool ConcernsAll(SentenceFacts facts)
    {
        for (var i = 1; i < facts.Sentence.Tokens.Count; i++)
            if (facts.Word(i) is "attacks" or "incidents" or "bombings" or "blasts" or "killings" or "explosions" && facts.Word(i - 1) is "the" or "these" or "all" or "both" or "three" or "two") return true;
        return false;
    }
}
