using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Phrases;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Reads an actor's role off where it stands to the verbs and nouns of one clause.</summary>
internal static class RoleReader
{
    /// <summary>An active verb's object begins at most so many tokens after it.</summary>
    private const int ObjectReach = 14;

    private static readonly HashSet<string> TargetPrepositions = ["on", "at", "against", "upon", "targeting", "near", "outside", "of", "targeted"];

    private static readonly HashSet<string> Elsewhere = ["to", "into", "towards", "toward", "over", "about"];

    private static readonly HashSet<string> Doing = ["carried", "launched", "conducted", "staged", "carry", "mounted", "perpetrated", "made", "led", "held", "set", "planted", "threw",
        "hurled", "took", "organised", "organized", "observed", "called", "committed", "claimed", "executed", "fired", "started", "opened", "used", "detonated", "exploded", "placed"];

    private static readonly HashSet<string> Hits = ["hit", "struck", "destroyed", "damaged", "rocked", "shook", "ripped", "gutted", "levelled", "leveled", "wrecked", "targeted", "shattered", "hits", "strikes"];

    private static readonly HashSet<string> Carriers = ["jets", "jet", "warplanes", "warplane", "planes", "plane", "aircraft", "drones", "drone", "helicopters", "helicopter", "gunships", "gunship", "artillery", "guns", "batteries", "bombers", "fighters"];

    private static readonly HashSet<string> Members = ["members", "member", "militants", "fighters", "terrorists", "guerrillas", "gunmen", "elements", "cadres", "group", "column", "unit", "units", "command", "commandos", "squad", "squads", "battalion", "brigade", "detachment", "platoon", "patrol", "men", "rebels", "insurgents", "jihadists", "extremists", "separatists", "bombers", "snipers", "faction", "wing", "branch", "cell", "cells", "youths", "thugs", "supporters", "activists", "soldiers", "troops"];

    private static readonly HashSet<TriggerFamily> PoliceWork =
        [TriggerFamily.Arrest, TriggerFamily.Operation, TriggerFamily.Disruption, TriggerFamily.Intervention];

    /// <summary>The role; null where the clause gives the actor none.</summary>
    public static ActorRole? Role(EventMention mention, ActorMention actor)
    {
        var facts = mention.Facts;
        foreach (var casualty in mention.Casualties)
            if (casualty.Victims is { } victims && victims.Span.Overlaps(actor.Span) && (casualty.Category != CasualtyCategory.Arrested || Themes.Of(mention.Main.Family) == Theme.Police)) return ActorRole.Target;
        if (!mention.Holds(actor.Span)) return null;
        if (actor.IsByWeapon) return ActorRole.Perpetrator;
        // "Russia's air force bombed": one phrase names both.
        if (actor.Sort == ActorSort.Force && mention.Triggers.Exists(t => t.Family == TriggerFamily.AirStrike && t.Standing == Standing.Asserted && t.Span.Overlaps(actor.Span))) return ActorRole.Perpetrator;
        var at = facts.TokenAt(actor.Span.Start);
        var end = facts.TokenAt(actor.Span.End - 1);
        var before = facts.Word(at - 1) is "the" or "a" or "an" or "some" or "suspected" or "several" or "alleged" or "presumed" or "still" or "yet" ? facts.Word(at - 2) : facts.Word(at - 1);
        if (before == "of") before = BeforeMembers(facts, at) ?? before;
        var ordered = mention.Triggers.Where(t => t.Standing <= Standing.Past && t.Family != TriggerFamily.Reference)
            .OrderBy(t => t == mention.Main ? 0 : 1).ThenBy(t => Math.Min(Math.Abs(t.First - end), Math.Abs(at - t.Last)));
        foreach (var trigger in ordered)
            if (RoleTo(trigger, mention, actor, at, end, before) is { } role)
                // Cars, offices and churches do nothing.
                return role == ActorRole.Perpetrator && actor.Sort == ActorSort.Institution ? null : role;
        // Whoever is named beside a clash fights in it.
        return mention.Main.Family == TriggerFamily.Clash && actor is { Sort: ActorSort.NamedGroup, IsParty: false, InTitle: false } && !InPhraseOf(facts, at) ? ActorRole.Perpetrator : null;
    }

    private static ActorRole? RoleTo(Trigger trigger, EventMention mention, ActorMention actor, int at, int end, string before)
    {
        var isLeft = end < trigger.First;
        var police = PoliceWork.Contains(trigger.Family) && actor.Sort == ActorSort.Force;
        ActorRole did = police && !mention.Triggers.Exists(t => t.Family is TriggerFamily.Killing or TriggerFamily.Clash or TriggerFamily.Shooting) ? ActorRole.Responder : ActorRole.Perpetrator;
        // "a concert held by the party", "a post manned by police": theirs is what was hit.
        if (isLeft && (before == "by" || mention.Facts.Word(at - 1) == "by") && IsTheirs(mention.Facts, null, at)) return ActorRole.Target;
        if (!isLeft && before == "by" && IsTheirs(mention.Facts, trigger, at)) return ActorRole.Target;
        if (!isLeft && before == "by") return did;
        if (before == "between" || before == "and" && mention.Triggers.Exists(t => t.Family == TriggerFamily.Clash) && IsPaired(mention, at)) return before == "between" ? ActorRole.Perpetrator : ActorRole.Target;
        if (before == "with" && trigger.Family == TriggerFamily.Clash) return ActorRole.Target;
        if (trigger.Family == TriggerFamily.Agreement) return ActorRole.Perpetrator;
        if (!isLeft && actor.Sort is not ActorSort.NamedGroup && Elsewhere.Contains(before)) return null;
        // "Police arrested two men over the bombing": those who were caught were not bombed.
        if (trigger.Family == TriggerFamily.Arrest && (actor.Sort == ActorSort.Institution || Themes.Of(mention.Main.Family) != Theme.Police)) return isLeft && actor.Sort == ActorSort.Force ? ActorRole.Responder : null;
        if (isLeft && trigger.Voice == TriggerVoice.Active && trigger.Entry.Parts[0].Base is "die" or "perish" or "succumb") return null;
        if (trigger.Voice == TriggerVoice.Nominal) return ToNoun(trigger, mention, actor, at, end, before, did);
        if (isLeft && InPhraseOf(mention.Facts, at)) return null;
        // "Convoy hit by a mine": a headline drops the auxiliary.
        if (trigger.Voice == TriggerVoice.Active && mention.Facts.Word(trigger.Last + 1) != "by")
        {
            // "took the guns of the guards and set the post on fire": whose things they were.
            if (isLeft && mention.Facts.Word(at - 1) == "of" && PeopleLexicon.IsThing(mention.Facts.Word(at - 2))) return null;
            // "The patrol came under mortar fire": whom it hit.
            if (isLeft && trigger.Entry.Parts[0].Base == "come") return ActorRole.Target;
            // No force of the state protests; who is told to have protested stands next to the verb.
            if (isLeft && trigger.Family == TriggerFamily.Protest && actor.Sort == ActorSort.Force && !IsNextTo(mention.Facts, end, trigger.First)) return null;
            if (isLeft) return actor.Kind != ActorKind.Civilian || IsCrowdWork(trigger) || actor.Name.StartsWith("vigilante", StringComparison.Ordinal) || IsNextTo(mention.Facts, end, trigger.First) ? did : null;
            return at - trigger.Last <= ObjectReach && !IsBeyond(trigger, mention.Facts, actor, at) ? ActorRole.Target : null;
        }
        // "Officers have seized 17 rifles": a number between hides the verb's object; police are not seized.
        if (isLeft && trigger.Family is TriggerFamily.Disruption or TriggerFamily.Intervention && actor.Sort == ActorSort.Force) return ActorRole.Responder;
        return isLeft && before != "to" && IsSubject(mention, trigger, actor, end) ? ActorRole.Target : null;
    }

    private static bool IsTheirs(SentenceFacts facts, Trigger? trigger, int at)
    {
        var (by, least) = (at - 1, trigger?.Last ?? Math.Max(0, at - 5));
        while (by > least && facts.Word(by) != "by") by--;
        return by - 1 > least && facts.Word(by - 1) is "held" or "organised" or "organized" or "owned" or "run" or "controlled" or "used" or "occupied" or "guarded" or "manned" or "escorted" or "operated" or "attended" or "hosted" or "inhabited" or "frequented" or "protected" or "defended" or "staffed" or "populated" or "patrolled" or "dominated" or "accompanied";
    }

    private static bool IsCrowdWork(Trigger trigger) =>
        trigger.Family is TriggerFamily.Protest or TriggerFamily.Riot or TriggerFamily.Mob or TriggerFamily.Clash or TriggerFamily.Destruction or TriggerFamily.Intervention;

    // Nothing but auxiliaries and adverbs between a subject and its verb: "villagers have since killed".
    private static bool IsNextTo(SentenceFacts facts, int end, int verb)
    {
        for (var i = end + 1; i < verb; i++)
            if (!(facts.Word(i) is "has" or "have" or "had" or "who" or "that" or "also" or "then" or "later" or "since" or "allegedly" or "reportedly" or "also" || facts.Word(i).EndsWith("ly", StringComparison.Ordinal))) return false;
        return true;
    }

    // "shot an elder as he left a mosque", "marched to the assembly": not the verb's object.
    private static bool IsBeyond(Trigger trigger, SentenceFacts facts, ActorMention actor, int at)
    {
        if (actor.Sort != ActorSort.Institution) return false;
        if (trigger.Family == TriggerFamily.Protest) return true;
        // "seized four employees of a building company": whose they are.
        if (facts.Word(at - 1) == "of" && PeopleLexicon.IsPerson(facts.Word(at - 2)) || facts.Word(at - 1) is "a" or "an" or "the" && facts.Word(at - 2) == "of" && PeopleLexicon.IsPerson(facts.Word(at - 3))) return true;
        for (var i = trigger.Last + 1; i < at; i++)
            if (facts.Word(i) is "as" or "when" or "while" or "where") return true;
        return false;
    }

    // "by five members of the group": what stands before the members stands before the group.
    private static string? BeforeMembers(SentenceFacts facts, int at)
    {
        var i = at - 1;
        while (i > 0 && facts.Word(i) != "of") i--;
        if (at - i > 4 || !Members.Contains(facts.Word(i - 1))) return null;
        for (var back = i - 2; back >= Math.Max(0, i - 5); back--)
            if (facts.Word(back) is "by" or "between" or "with" or "on" or "against") return facts.Word(back);
        return "members";
    }

    private static ActorRole? ToNoun(Trigger trigger, EventMention mention, ActorMention actor, int at, int end, string before, ActorRole did)
    {
        var isLeft = end < trigger.First;
        // "The convoy attack": the attack on it; "a TTP attack": by it.
        if (isLeft && trigger.First - end == 1 && trigger.Family is TriggerFamily.Attack or TriggerFamily.Bomb or TriggerFamily.Ambush && (actor.Sort == ActorSort.Institution || actor.Name.EndsWith("convoy", StringComparison.OrdinalIgnoreCase))) return ActorRole.Target;
        if (isLeft && trigger.First - end <= 3 && before != "of" && actor.Sort != ActorSort.Institution && (actor.Kind != ActorKind.Civilian || IsCrowdWork(trigger) || IsNextTo(mention.Facts, end, trigger.First))) return did;
        // "warplanes of the army", "drones of the RSF": who owns what struck.
        if (!isLeft && before == "of" && at - trigger.Last <= 3 && trigger.Family is TriggerFamily.AirStrike or TriggerFamily.Shelling && Carriers.Contains(mention.Facts.Word(trigger.Last))) return did;
        if (!isLeft && (TargetPrepositions.Contains(before) || IsObjectOfHit(mention, trigger, at))) return ActorRole.Target;
        // "Warplanes pounded the airport": the phrase ends in the verb, its object follows.
        if (!isLeft && trigger.Entry.Word == TriggerWord.Phrase && trigger.Family is TriggerFamily.AirStrike or TriggerFamily.Shelling && at - trigger.Last <= ObjectReach / 2 && !Elsewhere.Contains(before) && before is not ("in" or "from" or "and" or "with") && actor.Sort != ActorSort.Person) return ActorRole.Target;
        if (isLeft && mention.Facts.Word(at - 1) != "by" && HasVerbBetween(mention, end, trigger.First)) return actor.Sort == ActorSort.Civilians && !IsCrowdWork(trigger) ? null : did;
        return null;
    }

    // "A mortar attack hit a depot", "the blast badly damaged two shops"
    private static bool IsObjectOfHit(EventMention mention, Trigger trigger, int at)
    {
        if (at - trigger.Last > ObjectReach / 2) return false;
        for (var i = trigger.Last + 1; i < Math.Min(at, trigger.Last + 3); i++)
            if (Hits.Contains(mention.Facts.Word(i))) return true;
        return false;
    }

    // A group that stands before another trigger is that trigger's: "in an FMLN attack four guards were killed".
    private static bool IsSubject(EventMention mention, Trigger trigger, ActorMention actor, int end) =>
        actor.Sort != ActorSort.NamedGroup || !mention.Triggers.Exists(t => t != trigger && t.First > end && t.Last < trigger.First && t.First - end <= 3);

    // "militants of the group" stands inside another phrase: not the subject itself.
    private static bool InPhraseOf(SentenceFacts facts, int at) =>
        facts.Word(at - 1) is "in" or "near" or "at" or "from" && facts.Word(at - 2) is not ("resulted" or "resulting" or "results" or "result");

    private static bool IsPaired(EventMention mention, int at)
    {
        for (var i = at - 2; i >= Math.Max(mention.Clause.First, at - 12); i--)
            if (mention.Facts.Word(i) == "between") return true;
        return false;
    }

    private static bool HasVerbBetween(EventMention mention, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
            if (Doing.Contains(mention.Facts.Word(i))) return true;
        return false;
    }
}
