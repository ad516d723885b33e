using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Names those who fight over land or standing in a village by the village, as analysts do: "rival groups of Amirpur".</summary>
internal static class CommunalGroups
{
    private static readonly HashSet<string> Feuds = ["dispute", "disputed", "feud", "rival", "rivals", "supremacy", "communal", "enmity", "irrigation", "grazing", "cattle", "rivalry", "vengeance", "clan", "clans", "factions", "groups", "villagers"];

    private static readonly HashSet<string> Peoples = ["tribe", "tribes", "tribal", "tribesmen", "clan", "clans", "clansmen", "sub-clans", "subclans", "ethnic", "ethnicities", "community", "communities", "communal", "intercommunal", "inter-communal", "herders", "farmers", "pastoralists", "nomads", "herdsmen", "militia", "militias", "militiamen", "youth", "youths", "fighters"];

    private static readonly HashSet<string> Settlements = ["village", "villages", "area", "union", "upazila", "town", "hamlet", "settlement", "locality", "para", "ward"];

    public static void Apply(IncidentDraft draft, Cast cast)
    {
        var mention = draft.Lead;
        foreach (var (people, span) in Sides(mention))
            if (!cast.Players.Any(p => p.Span.Overlaps(span) || p.Actor.Name.Contains(people, StringComparison.OrdinalIgnoreCase)))
                cast.Add(new ActorMention(people + " communal militia", ActorKind.Militia, null, ActorSort.Generic, mention.Sentence.Index, span, people, mention.Sentence.InTitle, false, false), ActorRole.Perpetrator, Attribution.Confirmed);
        if (!mention.Triggers.Exists(t => t.Family is TriggerFamily.Clash or TriggerFamily.Riot)) return;
        if (cast.Players.Any(p => p.Mention is { Sort: ActorSort.NamedGroup or ActorSort.Force } || p.Actor.Kind is ActorKind.Rebel or ActorKind.State)) return;
        var facts = mention.Facts;
        if (!facts.Sentence.Tokens.Any(t => Feuds.Contains(t.Lower)) || Village(facts) is not { } village) return;
        var name = "rival groups of " + village.Name;
        cast.Add(new ActorMention(name, ActorKind.Militia, null, ActorSort.Generic, facts.Sentence.Index, village.Span, name, facts.Sentence.InTitle, false, false), ActorRole.Perpetrator, Attribution.Confirmed);
    }

    // "clashes between the Fallata and Rizeigat (tribes)": two names that are no places, beside a word for a people or for a fight between peoples.
    private static IEnumerable<(string People, TextSpan Span)> Sides(EventMention mention)
    {
        var tokens = mention.Sentence.Tokens;
        var between = -1;
        foreach (var trigger in mention.Triggers)
            if (trigger.Family is TriggerFamily.Clash or TriggerFamily.Riot)
                for (var i = trigger.Last + 1; i < Math.Min(tokens.Count, trigger.Last + 4) && between < 0; i++)
                    if (tokens[i].Lower == "between") between = i;
        if (between < 0 || !tokens.Any(t => Peoples.Contains(t.Lower))) yield break;
        for (var i = between + 1; i < Math.Min(tokens.Count, between + 12); i++)
        {
            if (!tokens[i].IsCapitalised)
            {
                if (tokens[i].Lower is "and" or "the" or "," or "members" or "of" or "from" || Peoples.Contains(tokens[i].Lower)) continue;
                yield break;
            }
            var to = i;
            while (to < tokens.Count && tokens[to].IsCapitalised) to++;
            var span = new TextSpan(tokens[i].Start, tokens[to - 1].End);
            if (mention.Facts.Places.Exists(p => p.Start < span.End && span.Start < p.End && p.Level is not Places.ToponymLevel.Settlement)) yield break;
            yield return (string.Join(' ', tokens.Skip(i).Take(to - i).Select(t => t.Written)), span);
            i = to - 1;
        }
    }

    // The first name after "at" or "in", or before "village".
    private static (string Name, TextSpan Span)? Village(SentenceFacts facts)
    {
        var tokens = facts.Sentence.Tokens;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!tokens[i].IsCapitalised || tokens[i - 1].IsCapitalised) continue;
            var to = i;
            while (to < tokens.Count && tokens[to].IsCapitalised) to++;
            var marked = to < tokens.Count && Settlements.Contains(tokens[to].Lower);
            if (!(marked || tokens[i - 1].Lower is "at") || tokens[i - 1].Lower == "on") continue;
            return (string.Join(' ', tokens.Skip(i).Take(to - i).Select(t => t.Written)), new TextSpan(tokens[i].Start, tokens[to - 1].End));
        }
        return null;
    }
}
