using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Decides who did it, to whom, and who came, from where actors stand to the verbs and nouns of the incident.</summary>
internal static class ActorRoles
{
    /// <summary>So many actors of one incident are shown.</summary>
    private const int Most = 12;

    /// <summary>The actors of a draft, perpetrators first, each once.</summary>
    public static List<RolePlayer> Assign(IncidentDraft draft, ArticleFacts article)
    {
        var cast = new Cast();
        var agreement = draft.Lead.Main.Family == TriggerFamily.Agreement;
        // The body first: "Conscript shot at border", says a headline, and leaves open who shot.
        foreach (var mention in draft.Mentions.OrderBy(m => m.Sentence.IsHeadline))
        {
            // "The attacks resemble those of …": who is compared or blamed, AttributionRoles reads.
            if (mention.Anaphoric && mention.Casualties.Count == 0 && article.Attributions.Any(cue => cue.SentenceIndex == mention.Sentence.Index)) continue;
            // "The deadliest attack since a bombing at a school": those of another day.
            if (mention.Background && !draft.Background) continue;
            foreach (var actor in mention.Facts.Actors)
            {
                // Who announces a ceasefire takes part in it.
                if (actor.IsSource && !(agreement && actor.Sort is ActorSort.NamedGroup or ActorSort.Force)) continue;
                if (RoleReader.Role(mention, actor) is not { } role) continue;
                // Who is caught for it afterwards was not its target.
                if (role != ActorRole.Responder && IsAftermath(draft, mention)) continue;
                cast.Add(actor, role, actor.IsUnidentified ? Attribution.Unidentified : SuspectedBy(mention.Facts, actor) ? Attribution.Suspected : Attribution.Confirmed);
            }
        }
        AttributionRoles.Apply(draft, article, cast);
        Memberships.Apply(draft, article, cast);
        Identifications.Apply(draft, article, cast);
        OnlyGroup.Apply(article, cast);
        CommunalGroups.Apply(draft, cast);
        return [.. cast.Players.OrderBy(p => p.Actor.Role).ThenBy(p => p.InTitle).ThenBy(p => p.Span.Start).Take(Most)];
    }

    private static bool IsAftermath(IncidentDraft draft, EventMention mention) =>
        mention.Main.Family == TriggerFamily.Arrest && Themes.Of(draft.Lead.Main.Family) is Theme.Violence or Theme.Any or Theme.Abduction;

    private static bool SuspectedBy(SentenceFacts facts, ActorMention actor)
    {
        var at = facts.TokenAt(actor.Span.Start);
        for (var i = Math.Max(0, at - 3); i <= Math.Min(at + 1, facts.Sentence.Tokens.Count - 1); i++)
            if (facts.Word(i) is "suspected" or "allegedly" or "alleged" or "believed" or "presumed" or "reportedly") return true;
        return false;
    }

    /// <summary>True where the head of the phrase names people who bear arms.</summary>
    public static bool IsArmed(ActorMention? mention, ExtractedActor actor)
    {
        if (mention is { IsParty: true }) return false;
        if (mention?.Sort is ActorSort.Force or ActorSort.NamedGroup) return true;
        if (actor.Kind is ActorKind.Rebel or ActorKind.Militia) return true;
        foreach (var word in actor.Name.Split(' '))
            if (Combatants.IsOne(word)) return true;
        return false;
    }
}
