using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Tells whether those who were hit bear arms: that makes a battle of an attack.</summary>
internal static class Victims
{
    private static readonly HashSet<string> Retired = ["former", "ex", "retired", "off", "journalist", "family", "son", "wife", "brother", "father", "daughter", "widow", "relative", "relatives", "informer", "informers", "informant", "informants", "spy", "cross", "aid", "relief", "civilian", "passenger", "wedding", "ambulance", "unarmed"];

    // "seven Fulani herders": of a people, and no fighters.
    private static readonly HashSet<string> Unarmed = ["herders", "herder", "herdsmen", "villagers", "civilians", "farmers", "women", "children", "residents", "people", "traders", "families", "community", "communities"];

    /// <summary>From the counted victims, else from the object of the verb, else from the targets named.</summary>
    public static bool AreArmed(IncidentDraft draft, List<RolePlayer> players)
    {
        // "Gunmen attack post", says the headline, and the body that they killed six guards: those who are counted tell most, wherever they stand.
        foreach (var mention in draft.Mentions)
        {
            foreach (var casualty in mention.Casualties)
                // "killed him … A policeman was also hurt": the dead tell, or nobody.
                if (casualty.Category is CasualtyCategory.Killed or CasualtyCategory.Injured && !casualty.Is(CasualtyFlags.Negated) && casualty.Victims is { } victims && !(casualty.Category == CasualtyCategory.Injured && IsPronounKilled(draft)))
                    return IsArmed(mention, casualty, victims);
        }
        foreach (var mention in draft.Mentions.OrderBy(m => m.Sentence.IsHeadline))
            if (Hit(mention) is { } armed) return armed;
        return players.Find(p => p.Actor.Role == ActorRole.Target) is { } target && ActorRoles.IsArmed(target.Mention, target.Actor);
    }

    private static bool IsPronounKilled(IncidentDraft draft) =>
        draft.Mentions.Exists(m => m.Casualties.Exists(c => c is { Category: CasualtyCategory.Killed, Victims: null } && c.Is(CasualtyFlags.Again) && !c.Is(CasualtyFlags.Negated)));

    private static bool IsArmed(EventMention mention, CasualtyMention casualty, VictimPhrase victims)
    {
        // Robbers whom a crowd beats to death do not fight.
        if (mention.Main.Family is TriggerFamily.Assault or TriggerFamily.Mob && Combatants.Side(victims.Head) is "criminal") return false;
        if (casualty.Is(CasualtyFlags.Attackers)) return true;
        var first = mention.Facts.TokenAt(victims.Span.Start);
        var last = mention.Facts.TokenAt(victims.Span.End - 1);
        // "A member of the Levies force": whose member it is tells.
        var end = mention.Facts.Word(last + 1) == "of" ? Math.Min(mention.Clause.End, last + 6) : last + 1;
        // "Stormed a village defence checkpoint, killing 15 volunteers": they manned it.
        if (victims.Head is "volunteers" or "volunteer" or "personnel" or "members" && mention.Main.Family is TriggerFamily.Attack or TriggerFamily.Ambush or TriggerFamily.Shooting
            && mention.Facts.Actors.Exists(a => a is { Sort: ActorSort.Institution, Kind: ActorKind.State } && a.NameHead is "checkpoint" or "post" or "outpost" or "base" or "camp" or "barracks" or "patrol" or "garrison" or "fort" or "picket" or "checkpost")) return true;
        return AnyArmed(mention, first, end) ?? false;
    }

    // The object after an active verb, the subject before a passive one, what follows "on", "at" or "against" a noun.
    private static bool? Hit(EventMention mention)
    {
        var trigger = mention.Main;
        if (trigger.Voice == TriggerVoice.Passive) return AnyArmed(mention, Math.Max(mention.Clause.First, trigger.First - 9), trigger.First);
        var from = trigger.Last + 1;
        if (trigger.Voice == TriggerVoice.Nominal)
        {
            while (from < Math.Min(mention.Clause.End, trigger.Last + 3) && mention.Facts.Word(from) is not ("on" or "at" or "against" or "of" or "upon" or "targeting")) from++;
            if (from >= mention.Clause.End || mention.Facts.Word(from) is not ("on" or "at" or "against" or "of" or "upon" or "targeting")) return null;
        }
        return AnyArmed(mention, from, Math.Min(mention.Clause.End, from + 9));
    }

    private static bool? AnyArmed(EventMention mention, int from, int to)
    {
        var civilian = false;
        // "A police informer", "the soldier's widow": the word that disarms may come last.
        for (var i = from; i < to && !Ends(mention, i, from); i++)
            if (Retired.Contains(mention.Facts.Word(i))) return false;
        for (var i = from; i < to; i++)
        {
            var word = mention.Facts.Word(i);
            if (Ends(mention, i, from)) break;
            if (IsNamedFighter(mention, i)) return true;
            if (Combatants.IsOne(word) || word == "service" && mention.Facts.Word(i + 1) is "member" or "members") return true;
            civilian |= mention.Facts.Sentence.Tokens[i].Kind == Text.TokenKind.Word && word.Length > 3;
        }
        return civilian ? false : null;
    }

    private static bool Ends(EventMention mention, int i, int from) =>
        i > from && mention.Facts.Word(i) is "by" or "when" or "while" or "after" or "near" or "outside" or "who" or "in" or "during" or "and" or ",";

    // "30 TNLA were killed": a group's name stands for its fighters; a party's for its members.
    private static bool IsNamedFighter(EventMention mention, int token)
    {
        var at = mention.Facts.Sentence.Tokens[token].Start;
        return mention.Facts.Actors.Exists(a => !Unarmed.Contains(a.Words.Split(' ')[^1].ToLowerInvariant()) && a is { Sort: ActorSort.NamedGroup or ActorSort.Force, IsParty: false, IsSource: false } && a.Span.Start <= at && at < a.Span.End && a.Kind is ActorKind.Rebel or ActorKind.Militia or ActorKind.State);
    }
}
