using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Compares who takes part in two clauses: the same church, the same mayor, "the soldiers" after "two soldiers".</summary>
internal static class Participants
{
    private const double SameName = 0.8, SameGroup = 0.3, OtherGroup = -0.6, SameKindAgain = 0.6, SameKind = 0.15, OtherName = -0.5;

    /// <summary>Above nought where the clause speaks of the same people and things as the draft, below where of others.</summary>
    public static double Overlap(IncidentDraft draft, EventMention mention)
    {
        var score = 0.0;
        var told = draft.Participants;
        var telling = mention.Participants;
        score += Groups(told, telling);
        if (telling.Exists(a => a.Sort is ActorSort.Institution or ActorSort.Person && told.Exists(b => b.Sort == a.Sort && SharesName(a, b)))) score += SameName;
        else if (Victim(mention) is { } victim && draft.Mentions.Any(m => Victim(m) is not null) && !told.Exists(b => SharesName(victim, b))) score += OtherName;
        foreach (var actor in telling)
        {
            if (actor.Sort is not (ActorSort.Generic or ActorSort.Civilians or ActorSort.Force)) continue;
            if (!told.Exists(b => b.Sort is ActorSort.Generic or ActorSort.Civilians or ActorSort.Force && b.NameHead == actor.NameHead)) continue;
            score += IsDefinite(mention, actor) ? SameKindAgain : SameKind;
            break;
        }
        return score;
    }

    private static double Groups(List<ActorMention> told, List<ActorMention> telling)
    {
        if (!telling.Exists(a => a.Sort == ActorSort.NamedGroup) || !told.Exists(a => a.Sort == ActorSort.NamedGroup)) return 0;
        return telling.Exists(a => a.Sort == ActorSort.NamedGroup && told.Exists(b => b.Sort == ActorSort.NamedGroup && b.Name == a.Name)) ? SameGroup : OtherGroup;
    }

    private static ActorMention? Victim(EventMention mention)
    {
        foreach (var casualty in mention.Casualties)
            if (casualty.Victims is { } victims && mention.Facts.Actors.Find(a => a.Sort == ActorSort.Person && a.Span.Overlaps(victims.Span)) is { } person) return person;
        return null;
    }

    // "El Angel sugar mill" and "the sugar mill": the head and one more word, or the whole of the shorter name.
    private static bool SharesName(ActorMention a, ActorMention b)
    {
        var (x, y) = (a.NameWords, b.NameWords);
        var common = 0;
        for (var i = 0; i < x.Length; i++)
            if (Array.IndexOf(y, x[i]) >= 0 && Array.IndexOf(x, x[i]) == i) common++;
        return common > 0 && (common >= 2 || common == Math.Min(x.Length, y.Length)) && (a.Sort == ActorSort.Person || a.NameHead == b.NameHead);
    }

    private static bool IsDefinite(EventMention mention, ActorMention actor)
    {
        var at = mention.Facts.TokenAt(actor.Span.Start);
        return mention.Facts.Word(at) is "the" or "these" or "those" or "both" || mention.Facts.Word(at - 1) is "the" or "these" or "those" or "both";
    }
}
