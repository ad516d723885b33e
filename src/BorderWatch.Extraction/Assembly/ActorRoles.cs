using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Decides who did it, to whom, and who came, from where actors stand to the verbs and nouns of the incident.</summary>
internal static class ActorRoles
{
    private static readonly HashSet<string> TargetPrepositions = ["on", "at", "against", "upon", "targeting", "near", "outside", "of", "targeted"];

    private static readonly HashSet<TriggerFamily> PoliceWork =
        [TriggerFamily.Arrest, TriggerFamily.Operation, TriggerFamily.Disruption, TriggerFamily.Intervention];

    /// <summary>The actors of a draft, perpetrators first, each once.</summary>
    public static List<RolePlayer> Assign(IncidentDraft draft, IReadOnlyList<AttributionCue> cues)
    {
        var players = new Dictionary<string, RolePlayer>(StringComparer.OrdinalIgnoreCase);
        foreach (var mention in draft.Mentions)
        {
            foreach (var actor in mention.Facts.Actors)
            {
                if (actor.IsSource || Role(mention, actor) is not { } role) continue;
                Add(players, actor, role, actor.IsUnidentified ? Attribution.Unidentified : SuspectedBy(mention.Facts, actor) ? Attribution.Suspected : Attribution.Confirmed);
            }
        }
        Attribute(draft, cues, players);
        return [.. players.Values.OrderBy(p => p.Actor.Role).ThenBy(p => p.InTitle).ThenBy(p => p.Span.Start).Take(12)];
    }

    private static void Add(Dictionary<string, RolePlayer> players, ActorMention mention, ActorRole role, Attribution attribution)
    {
        if (players.TryGetValue(mention.Name, out var known))
        {
            // The first clause decides; a bystander may turn out to be the perpetrator or the target.
            if (known.Actor.Role is ActorRole.Other or ActorRole.Responder && role < ActorRole.Responder)
                players[mention.Name] = known with { Actor = known.Actor with { Role = role } };
            return;
        }
        players[mention.Name] = new RolePlayer(mention, new ExtractedActor(mention.Name, role, attribution, mention.Kind, mention.CountryCode), mention.Span, mention.InTitle);
    }

    private static bool SuspectedBy(SentenceFacts facts, ActorMention actor)
    {
        var at = facts.TokenAt(actor.Span.Start);
        for (var i = Math.Max(0, at - 3); i <= Math.Min(at + 1, facts.Sentence.Tokens.Count - 1); i++)
            if (facts.Word(i) is "suspected" or "allegedly" or "alleged" or "believed" or "presumed" or "reportedly") return true;
        return false;
    }

    private static void Attribute(IncidentDraft draft, IReadOnlyList<AttributionCue> cues, Dictionary<string, RolePlayer> players)
    {
        var first = draft.Mentions.Min(m => m.Sentence.Index);
        foreach (var cue in cues)
        {
            if (cue.Actor is not { } actor || cue.SentenceIndex < first) continue;
            var attribution = cue.Kind switch
            {
                AttributionCueKind.Claimed => Attribution.Claimed,
                AttributionCueKind.Blamed or AttributionCueKind.Suspected => Attribution.Suspected,
                _ => (Attribution?)null,
            };
            if (cue.Kind == AttributionCueKind.Denied && players.TryGetValue(actor.Name, out var denier) && denier.Actor.Role == ActorRole.Perpetrator)
                players[actor.Name] = denier with { Actor = denier.Actor with { Attribution = Attribution.Suspected } };
            if (attribution is not { } how) continue;
            if (players.TryGetValue(actor.Name, out var known) && known.Actor.Role == ActorRole.Target) continue;
            players[actor.Name] = new RolePlayer(actor, new ExtractedActor(actor.Name, ActorRole.Perpetrator, how, actor.Kind, actor.CountryCode), actor.Span, actor.InTitle);
        }
    }

    private static ActorRole? Role(EventMention mention, ActorMention actor)
    {
        var facts = mention.Facts;
        foreach (var casualty in mention.Casualties)
            if (casualty.Victims is { } victims && victims.Span.Overlaps(actor.Span)) return ActorRole.Target;
        if (!mention.Holds(actor.Span)) return null;
        var at = facts.TokenAt(actor.Span.Start);
        var end = facts.TokenAt(actor.Span.End - 1);
        var before = facts.Word(at - 1) is "the" or "a" or "an" or "some" or "suspected" or "several" ? facts.Word(at - 2) : facts.Word(at - 1);
        var ordered = mention.Triggers.Where(t => t.Standing <= Standing.Past && t.Family != TriggerFamily.Reference)
            .OrderBy(t => t == mention.Main ? 0 : 1).ThenBy(t => Math.Min(Math.Abs(t.First - end), Math.Abs(at - t.Last)));
        foreach (var trigger in ordered)
            if (RoleTo(trigger, mention, actor, at, end, before) is { } role) return role;
        return null;
    }

    private static ActorRole? RoleTo(Trigger trigger, EventMention mention, ActorMention actor, int at, int end, string before)
    {
        var isLeft = end < trigger.First;
        var police = PoliceWork.Contains(trigger.Family) && actor.Sort == ActorSort.Force;
        ActorRole did = police && !mention.Triggers.Exists(t => t.Family is TriggerFamily.Killing or TriggerFamily.Clash or TriggerFamily.Shooting) ? ActorRole.Responder : ActorRole.Perpetrator;
        if (!isLeft && before == "by") return did;
        if (before == "between" || before == "and" && mention.Triggers.Exists(t => t.Family == TriggerFamily.Clash) && IsPaired(mention, at)) return before == "between" ? ActorRole.Perpetrator : ActorRole.Target;
        if (before == "with" && trigger.Family == TriggerFamily.Clash) return ActorRole.Target;
        if (trigger.Voice == TriggerVoice.Nominal)
        {
            if (isLeft && trigger.First - end <= 3 && before != "of" && !actor.Sort.Equals(ActorSort.Institution)) return did;
            if (!isLeft && TargetPrepositions.Contains(before)) return ActorRole.Target;
            if (isLeft && mention.Facts.Word(at - 1) != "by" && HasVerbBetween(mention, end, trigger.First)) return actor.Sort == ActorSort.Civilians ? null : did;
            return null;
        }
        if (isLeft && InPhraseOf(mention.Facts, at)) return null;
        if (trigger.Voice == TriggerVoice.Active) return isLeft ? did : at - trigger.Last <= 14 ? ActorRole.Target : null;
        return isLeft ? ActorRole.Target : null;
    }

    // "militants of the group" stands inside another phrase: not the subject itself.
    private static bool InPhraseOf(SentenceFacts facts, int at) => facts.Word(at - 1) is "in" or "near" or "at" or "from";

    private static bool IsPaired(EventMention mention, int at)
    {
        for (var i = at - 2; i >= Math.Max(mention.Clause.First, at - 12); i--)
            if (mention.Facts.Word(i) == "between") return true;
        return false;
    }

    private static bool HasVerbBetween(EventMention mention, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
            if (mention.Facts.Word(i) is "carried" or "launched" or "conducted" or "staged" or "carry" or "mounted" or "perpetrated" or "made" or "led" or "held" or "set" or "planted" or "threw" or "hurled" or "took" or "organised" or "organized" or "observed" or "called") return true;
        return false;
    }

    /// <summary>True where the head of the phrase names people who bear arms.</summary>
    public static bool IsArmed(ActorMention? mention, ExtractedActor actor)
    {
        if (mention?.Sort is ActorSort.Force or ActorSort.NamedGroup) return true;
        if (actor.Kind is ActorKind.Rebel or ActorKind.Militia) return true;
        foreach (var word in actor.Name.Split(' '))
            if (Combatants.IsOne(word)) return true;
        return false;
    }

    /// <summary>True where the victims of a count bear arms.</summary>
    public static bool IsArmed(CasualtyMention casualty) => casualty.Is(CasualtyFlags.Attackers) || casualty.Victims is { } victims && Combatants.IsOne(victims.Head);
}
