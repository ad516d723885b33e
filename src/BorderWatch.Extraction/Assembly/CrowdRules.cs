using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Decides ACLED's type where crowds act: protests, riots, mobs, arson.</summary>
internal static class CrowdRules
{
    private const string Protests = "Protests", Riots = "Riots", Civilians = "Violence against civilians", Strategic = "Strategic developments";

    private static readonly HashSet<string> CrowdWords = Lexicon.Words("crowds.tsv");

    /// <summary>The kind, and the trigger that decided; null where nothing is told but a word.</summary>
    public static (EventKind Kind, Trigger Trigger)? Decide(IncidentDraft draft, List<RolePlayer> players, CountedCasualties? killed, Trigger main, Func<TriggerFamily[], Trigger?> has)
    {
        var dead = killed is { } toll && (toll.Range.Low ?? toll.Range.Best ?? 1) > 0;
        if (IsLynching(draft)) return (new(Civilians, "Attack"), main);
        if (has([TriggerFamily.Mob]) is { } mob) return (new(Riots, "Mob violence"), mob);
        // "Tribal clashes left 47 dead": whole communities in arms.
        if (has([TriggerFamily.Riot]) is { } communal && dead && communal.Entry.Parts is [{ Base: not ("student" or "party" or "political" or "campus" or "fan" or "religious" or "sectarian") }, .., { Base: "clash" or "fighting" or "battle" }]) return (new("Battles", "Armed clash"), communal);
        if (has([TriggerFamily.Riot]) is { } riot) return (new(Riots, "Violent demonstration"), riot);
        if (main.Family != TriggerFamily.Destruction && has([TriggerFamily.Clash]) is { } clash) return (new(Riots, "Violent demonstration"), clash);
        if (has([TriggerFamily.Protest]) is { } protest) return Protest(draft, protest, dead, has);
        if (main.Family == TriggerFamily.Intervention) return (new(Protests, "Protest with intervention"), main);
        return main.Family == TriggerFamily.Destruction ? (Destruction(draft, players, main), main) : null;
    }

    /// <summary>True where those who clash are villagers, students or followers of parties, and nothing shows arms: no dead, no shots.</summary>
    public static bool IsCrowdFight(IncidentDraft draft, List<RolePlayer> players, CountedCasualties? killed)
    {
        if (players.Exists(p => p.Actor.Kind == ActorKind.Rebel || p.Mention is { Sort: ActorSort.NamedGroup, IsParty: false })) return false;
        if (!players.Exists(p => IsCrowd(p) || p.Mention is { IsParty: true })) return false;
        if (killed is { } dead && (dead.Range.Low ?? dead.Range.Best ?? 1) > 0) return false;
        // Villages that feud hurt each other with arms; followers of parties mostly with sticks.
        var feud = players.Exists(p => p.Actor.Kind == ActorKind.Militia && p.Mention is { IsParty: false });
        if (feud && draft.Mentions.Exists(m => m.Casualties.Exists(c => c.Category == CasualtyCategory.Injured && !c.Is(CasualtyFlags.Negated)))) return false;
        return !draft.Triggers.Exists(t => t.Family is TriggerFamily.Shooting or TriggerFamily.Bomb || t.Entry.Weapon == "firearms");
    }

    /// <summary>True for protesters, villagers, students and the like who do it.</summary>
    public static bool IsCrowd(RolePlayer player)
    {
        foreach (var word in player.Actor.Name.Split(' ', '-'))
            if (CrowdWords.Contains(word.ToLowerInvariant().TrimEnd('s'))) return true;
        return false;
    }

    // A mob that kills or beats one it accuses: ACLED's coders count the victim, not the riot.
    private static bool IsLynching(IncidentDraft draft) =>
        draft.Triggers.Exists(t => t.Family == TriggerFamily.Mob)
        && (draft.Triggers.Exists(t => t.Family == TriggerFamily.Assault && t.Entry.Weight >= 0.9) || draft.Triggers.Exists(t => t.Entry.Parts[0].Base is "lynch" or "lynching"))
        && !draft.Triggers.Exists(t => t.Family is TriggerFamily.Protest or TriggerFamily.Clash);

    private static (EventKind, Trigger)? Protest(IncidentDraft draft, Trigger protest, bool dead, Func<TriggerFamily[], Trigger?> has)
    {
        if (has([TriggerFamily.Destruction]) is { } burning && burning.Sentence == protest.Sentence && burning.Standing == Standing.Asserted && burning.Entry.Weight >= 0.7) return (new(Riots, "Violent demonstration"), burning);
        if (dead && draft.Triggers.Exists(t => t.Family == TriggerFamily.Shooting)) return (new(Protests, "Excessive force against protesters"), protest);
        if (has([TriggerFamily.Intervention]) is not null || has([TriggerFamily.Arrest]) is not null) return (new(Protests, "Protest with intervention"), protest);
        return (new(Protests, "Peaceful protest"), protest);
    }

    // Burning buses: violence where people were hurt, a riot where a crowd or nobody is named, else an armed group's destruction.
    private static EventKind Destruction(IncidentDraft draft, List<RolePlayer> players, Trigger main)
    {
        if (draft.Mentions.Exists(m => m.Casualties.Exists(c => c.Category is CasualtyCategory.Killed or CasualtyCategory.Injured && c.IsCount && !c.Is(CasualtyFlags.Negated))))
            return KindRules.ByWhoWasHit(draft, players);
        var armed = players.Exists(p => p.Actor.Role == ActorRole.Perpetrator && (p.Actor.Kind is ActorKind.Rebel or ActorKind.State or ActorKind.Militia && p.Mention is not { IsParty: true }));
        if (armed || main.Entry.Weight < 0.7) return new(Strategic, "Looting/property destruction");
        return players.Exists(IsCrowd) || players.Exists(p => p.Mention is { IsParty: true }) || main.Entry.Weapon == "fire"
            ? new(Riots, "Violent demonstration") : new(Strategic, "Looting/property destruction");
    }
}
