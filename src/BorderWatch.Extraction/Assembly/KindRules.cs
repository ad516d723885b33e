using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Decides ACLED's type of an incident from its triggers and from who was hit.</summary>
internal static class KindRules
{
    private const string Battles = "Battles", Explosions = "Explosions/Remote violence", Civilians = "Violence against civilians",
        Riots = "Riots", Strategic = "Strategic developments";

    /// <summary>The kind, and the trigger that decided; null where the triggers name no incident after all.</summary>
    public static (EventKind Kind, Trigger Trigger)? Decide(IncidentDraft draft, List<RolePlayer> players, CountedCasualties? killed)
    {
        var triggers = draft.Triggers;
        var main = draft.Lead.Main;
        if (main.Standing > Standing.Referred && triggers.Count > 0) main = triggers[0];
        Trigger? Has(params TriggerFamily[] families) =>
            families.Contains(main.Family) ? main : triggers.Find(t => families.Contains(t.Family) && t.Entry.Weight >= 0.6 && IsNear(draft, t));

        if (main.Family == TriggerFamily.Agreement && main.Standing == Standing.Asserted) return (new(Strategic, "Agreement"), main);
        if (main is { Family: TriggerFamily.Protest, Voice: TriggerVoice.Nominal } && Worse(draft) is { } worse) main = worse;
        // "Police opened fire on a march": their force, not an attack among others.
        if (killed is { Range: { High: not 0 } } && main.Family is TriggerFamily.Shooting or TriggerFamily.Killing && draft.Mentions.Exists(m => m.Triggers.Contains(main) && m.Triggers.Exists(t => t.Family == TriggerFamily.Protest && t.First > main.Last && t.First - main.Last <= 8))
            && players.Exists(p => p.Actor is { Role: ActorRole.Perpetrator, Kind: ActorKind.State })) return (new("Protests", "Excessive force against protesters"), main);
        // "condemned the bombing of a mosque, in which nine died": the deed is only referred to, but it is what killed.
        if (main.Family is TriggerFamily.Killing or TriggerFamily.Injury && !triggers.Exists(t => t.Family is not (TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.Reference or TriggerFamily.Attack))
            && draft.Mentions.SelectMany(m => m.Triggers).FirstOrDefault(t => t.Standing == Standing.Referred && t.Sentence == main.Sentence && t.Entry.Weight >= 0.9 && t.Family is TriggerFamily.Bomb or TriggerFamily.SuicideBomb or TriggerFamily.AirStrike or TriggerFamily.Grenade or TriggerFamily.Shelling) is { } means)
            return (new(Explosions, means.Family switch { TriggerFamily.SuicideBomb => "Suicide bomb", TriggerFamily.AirStrike => "Air/drone strike", TriggerFamily.Grenade => "Grenade", TriggerFamily.Shelling => "Shelling/artillery/missile attack", _ => "Remote explosive/landmine/IED" }), means);
        // "Took six miners away and burned their machines", under a headline that says "abducted".
        if (main.Family == TriggerFamily.Destruction && Has(TriggerFamily.Abduction) is { Standing: Standing.Asserted } taken) return (new(Civilians, "Abduction/forced disappearance"), taken);
        if (main.Family is TriggerFamily.Protest or TriggerFamily.Riot or TriggerFamily.Mob or TriggerFamily.Intervention or TriggerFamily.Destruction)
            return CrowdRules.Decide(draft, players, killed, main, Has);
        if (Has(TriggerFamily.SuicideBomb) is { } suicide) return (new(Explosions, "Suicide bomb"), suicide);
        if (Has(TriggerFamily.Chemical) is { } chemical) return (new(Explosions, "Chemical weapon"), chemical);
        if (Has(TriggerFamily.AirStrike) is { } air && main.Family is not TriggerFamily.Clash) return (new(Explosions, "Air/drone strike"), air);
        if (Has(TriggerFamily.Clash) is { } clash && main.Family is not (TriggerFamily.Bomb or TriggerFamily.Abduction))
            return CrowdRules.IsCrowdFight(draft, players, killed) ? (new(Riots, "Mob violence"), clash) : (new(Battles, "Armed clash"), clash);
        // A grenade explodes too.
        if (Has(TriggerFamily.Bomb) is { Entry.Weapon: null or "explosive device" } && Has(TriggerFamily.Grenade) is { } hurled && main.Family is not (TriggerFamily.Abduction or TriggerFamily.Disruption))
            return (new(Explosions, "Grenade"), hurled);
        // "Israel bombed a convoy": a state bombs from the air.
        if (Has(TriggerFamily.Bomb) is { Voice: TriggerVoice.Active } bombed && bombed.Entry.Parts is [{ Base: "bomb" }] && players.Exists(p => p.Actor is { Role: ActorRole.Perpetrator, Kind: ActorKind.State or ActorKind.External })) return (new(Explosions, "Air/drone strike"), bombed);
        if (Has(TriggerFamily.Bomb) is { } bomb && main.Family is not (TriggerFamily.Abduction or TriggerFamily.Disruption)) return (new(Explosions, "Remote explosive/landmine/IED"), bomb);
        if (Has(TriggerFamily.Thrown) is { } thrown && main.Family is not (TriggerFamily.Abduction or TriggerFamily.Arrest or TriggerFamily.Disruption)) return (Thrown(draft, players), thrown);
        if (Has(TriggerFamily.Shelling) is { } shelling) return (new(Explosions, "Shelling/artillery/missile attack"), shelling);
        if (Has(TriggerFamily.Grenade) is { } grenade && main.Family is TriggerFamily.Grenade or TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.Attack)
            return (new(Explosions, "Grenade"), main.Family == TriggerFamily.Grenade ? main : Has(TriggerFamily.Grenade)!);
        if (Has(TriggerFamily.Sexual) is { } sexual && main.Family is not TriggerFamily.Abduction) return (new(Civilians, "Sexual violence"), sexual);
        if (Has(TriggerFamily.Abduction) is { } abduction) return (new(Civilians, "Abduction/forced disappearance"), abduction);
        if (Has(TriggerFamily.Ambush, TriggerFamily.Shooting, TriggerFamily.Attack, TriggerFamily.Assault) is { } attack && main.Family is not (TriggerFamily.Arrest or TriggerFamily.Operation or TriggerFamily.Disruption))
            return (ByWhoWasHit(draft, players), attack);
        if (main.Family is TriggerFamily.Killing or TriggerFamily.BodyFound or TriggerFamily.Injury) return (ByWhoWasHit(draft, players), main);
        if (Has(TriggerFamily.Operation, TriggerFamily.Arrest, TriggerFamily.Disruption) is { } police && main.Family is TriggerFamily.Operation or TriggerFamily.Arrest or TriggerFamily.Disruption)
            return Police(draft, killed, main, Has);
        return main.Family switch
        {
            TriggerFamily.Agreement => (new(Strategic, "Agreement"), main),
            TriggerFamily.GovernmentGain => (new(Battles, "Government regains territory"), main),
            TriggerFamily.RebelGain => (new(Battles, players.Exists(p => p.Actor is { Role: ActorRole.Perpetrator or ActorRole.Responder, Kind: ActorKind.State }) ? "Government regains territory" : "Non-state actor overtakes territory"), main),
            TriggerFamily.GroupChange => (new(Strategic, "Change to group/activity"), main),
            _ => null,
        };
    }

    // "On the day of the strike four bombs exploded near …": the day is a strike's, the news is the bombs.
    private static Trigger? Worse(IncidentDraft draft) =>
        draft.Lead.Triggers.Find(t => t.Standing == Standing.Asserted && t.Entry.Weight >= 0.85 && !IsGrievance(draft.Lead.Facts, t)
            && t.Family is TriggerFamily.Bomb or TriggerFamily.SuicideBomb or TriggerFamily.Thrown or TriggerFamily.Grenade);

    // "A protest against Monday's bombing"
    private static bool IsGrievance(SentenceFacts facts, Trigger trigger)
    {
        for (var i = trigger.First - 1; i >= Math.Max(0, trigger.First - 6); i--)
            if (facts.Word(i) is "against" or "over" or "condemning" or "following" or "after" or "at") return true;
        return false;
    }

    // Later paragraphs explain and remember; what it was is said near its first telling.
    private static bool IsNear(IncidentDraft draft, Trigger trigger) =>
        trigger.Sentence.IsHeadline || trigger.Sentence.Index - draft.Mentions[0].Sentence.Index <= 3;

    private static (EventKind, Trigger)? Police(IncidentDraft draft, CountedCasualties? killed, Trigger main, Func<TriggerFamily[], Trigger?> has)
    {
        if (killed is { } dead && (dead.Range.Low ?? dead.Range.Best ?? 1) > 0) return (new(Battles, "Armed clash"), main);
        if (has([TriggerFamily.Clash]) is { } clash) return (new(Battles, "Armed clash"), clash);
        if (has([TriggerFamily.Arrest]) is { } arrest) return (new(Strategic, "Arrests"), arrest);
        if (has([TriggerFamily.Disruption]) is { } found) return (new(Strategic, "Disrupted weapons use"), found);
        if (has([TriggerFamily.Destruction]) is { } destroyed) return (new(Strategic, "Looting/property destruction"), destroyed);
        if (draft.Triggers.Find(t => t.Family == TriggerFamily.Destruction && IsNear(draft, t)) is { } razed) return (new(Strategic, "Looting/property destruction"), razed);
        return draft.Mentions.Exists(m => m.Casualties.Exists(c => c.Category == CasualtyCategory.Arrested && c.IsCount)) ? (new(Strategic, "Arrests"), main) : null;
    }

    // ACLED's coders take a petrol bomb thrown at people as a direct attack, and a device that hurt nobody as an explosion.
    private static EventKind Thrown(IncidentDraft draft, List<RolePlayer> players)
    {
        var hurt = draft.Mentions.Exists(m => m.Casualties.Exists(c => c.Category is CasualtyCategory.Killed or CasualtyCategory.Injured && !c.Is(CasualtyFlags.Negated)));
        if (hurt || players.Exists(p => p.Actor.Role == ActorRole.Target && p.Actor.Kind == ActorKind.Civilian)) return ByWhoWasHit(draft, players);
        return players.Exists(CrowdRules.IsCrowd)
            ? new(Riots, "Violent demonstration") : new(Explosions, "Remote explosive/landmine/IED");
    }

    /// <summary>A battle where those hit bear arms, else violence against civilians.</summary>
    internal static EventKind ByWhoWasHit(IncidentDraft draft, List<RolePlayer> players) =>
        Victims.AreArmed(draft, players) ? new(Battles, "Armed clash") : new(Civilians, "Attack");
}
