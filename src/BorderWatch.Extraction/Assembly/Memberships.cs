using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// Gives a group the part that its members play: "two militants were killed … they belonged to Lashkar-e-Taiba" makes it
/// a target, "attackers linked to the ADF" a perpetrator.
/// </summary>
internal static class Memberships
{
    private static readonly HashSet<string> Ties = ["belonging", "belonged", "belong", "member", "members", "affiliated", "links", "linked", "ties", "identified", "cadre", "cadres", "commander", "wing", "faction", "outfit", "group", "loyal", "allied", "working"];

    public static void Apply(IncidentDraft draft, ArticleFacts article, Cast cast)
    {
        var sentences = draft.Mentions.Select(m => m.Sentence.Index).ToHashSet();
        foreach (var index in sentences.Order().ToList())
        {
            Read(article.Sentences[index], cast);
            if (sentences.Contains(index + 1) || index + 1 >= article.Sentences.Count) continue;
            // What follows and tells nothing of its own says who they were.
            var next = article.Sentences[index + 1];
            if (next.Triggers.Count == 0 && next.Sentence.Paragraph == article.Sentences[index].Sentence.Paragraph) Read(next, cast);
        }
    }

    private static void Read(SentenceFacts facts, Cast cast)
    {
        foreach (var actor in facts.Actors)
        {
            if (actor.Sort != ActorSort.NamedGroup || actor.IsSource || cast.Find(actor.Name) is not null || !IsTied(facts, actor)) continue;
            var members = cast.Players.FirstOrDefault(p => p.Mention is { Sort: ActorSort.Generic, Kind: ActorKind.Rebel or ActorKind.Unknown or ActorKind.Criminal });
            cast.Add(actor, members?.Actor.Role ?? ActorRole.Perpetrator, members is null ? Attribution.Suspected : Attribution.Confirmed);
        }
    }

    private static bool IsTied(SentenceFacts facts, ActorMention actor)
    {
        var at = facts.TokenAt(actor.Span.Start);
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
            if (Ties.Contains(facts.Word(i))) return true;
        // "members" may be part of the group's own phrase.
        var end = facts.TokenAt(actor.Span.End - 1);
        for (var i = at; i <= end; i++)
            if (Ties.Contains(facts.Word(i))) return true;
        return false;
    }
}
