using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Goes over the cast once the kind of incident is known: strikes what no editor would show, and puts people before things.</summary>
internal static class CastReview
{
    private static readonly HashSet<string> Attackers = ["bomber", "bombers", "attacker", "attackers", "assailant", "assailants", "kidnapper", "kidnappers", "abductor", "abductors", "hijacker", "hijackers"];

    // They say how many, not who.
    private static readonly HashSet<string> Bare = ["people", "persons", "person", "member", "members", "group", "groups", "family", "families", "private", "others", "individuals", "individual", "cell", "man", "men"];

    private static readonly HashSet<string> Care = ["hospital", "hospitals", "clinic", "clinics", "morgue", "mortuary", "infirmary"];

    private static readonly HashSet<string> Towards = ["on", "against", "targeting", "targeted", "outside", "attacked", "bombed", "shelled", "hit", "struck", "stormed", "raided", "inside", "upon"];

    /// <summary>The cast as an editor would show it, perpetrators first, people before things.</summary>
    public static List<RolePlayer> Review(EventKind kind, IReadOnlyList<RolePlayer> players, ArticleFacts article)
    {
        var cast = players.Select(player => Corrected(kind, player)).Where(player => !IsOutOfPlace(kind, player, article)).ToList();
        cast.RemoveAll(player => IsSaidBetter(player, cast, article));
        return [.. cast.OrderBy(p => p.Actor.Role).ThenBy(p => p.Mention?.Sort == ActorSort.Institution).ThenBy(p => Bare.Contains(Head(p)))];
    }

    /// <summary>True for a noun that says how many rather than who.</summary>
    public static bool IsBare(string name) => Bare.Contains(name.ToLowerInvariant());

    // Who blew himself up was not the target; who was shot at a protest did not shoot.
    private static RolePlayer Corrected(EventKind kind, RolePlayer player)
    {
        if (player.Actor.Role == ActorRole.Target && player.Mention is { Sort: not ActorSort.NamedGroup } && Attackers.Contains(Head(player)))
            return player with { Actor = player.Actor with { Role = ActorRole.Perpetrator } };
        if (kind.SubType == "Excessive force against protesters" && player.Actor is { Role: ActorRole.Perpetrator, Kind: not (ActorKind.State or ActorKind.External) } && CrowdRules.IsCrowd(player))
            return player with { Actor = player.Actor with { Role = ActorRole.Target } };
        return player;
    }

    private static bool IsOutOfPlace(EventKind kind, RolePlayer player, ArticleFacts article)
    {
        if (player.Mention is not { } mention) return false;
        var facts = article.Sentences[mention.SentenceIndex];
        // No state's police or soldiers plant bombs at the roadside; they are named because they came.
        if (player.Actor is { Role: ActorRole.Perpetrator, Attribution: not Attribution.Suspected } && kind.SubType is "Suicide bomb" or "Remote explosive/landmine/IED"
            && mention.Kind == ActorKind.State) return true;
        if (kind.SubType == "Excessive force against protesters" && mention.IsUnidentified && mention.Kind is not (ActorKind.State or ActorKind.External)) return true;
        if (mention.Sort is ActorSort.Person or ActorSort.Civilians && facts.Places.Exists(p => Covers(p, mention))) return true;
        return mention.Sort == ActorSort.Institution && Care.Contains(Head(player)) && !IsAimedAt(facts, mention);
    }

    private static bool Covers(Toponym place, ActorMention mention) =>
        place.Level != ToponymLevel.Area && place.Start <= mention.Span.Start && place.End >= mention.Span.End;

    // The wounded are taken to hospitals; one that was attacked stands behind "on" or "against", or is the subject of "was hit".
    private static bool IsAimedAt(SentenceFacts facts, ActorMention mention)
    {
        var at = facts.TokenAt(mention.Span.Start);
        for (var i = at - 1; i >= Math.Max(0, at - 3); i--)
        {
            if (Towards.Contains(facts.Word(i))) return true;
            if (facts.Word(i) is "in" or "at" or "to" or "from" or "of") return false;
        }
        var after = facts.TokenAt(mention.Span.End - 1) + 1;
        return facts.Triggers.Exists(t => t.First >= after && t.First - after <= 2 && t.Family is not (TriggerFamily.Killing or TriggerFamily.Injury));
    }

    // "engineers" beside "road engineers", "its fighters" beside the group, "people" beside "worshippers".
    private static bool IsSaidBetter(RolePlayer player, List<RolePlayer> cast, ArticleFacts article)
    {
        if (player.Mention is not { Sort: not (ActorSort.NamedGroup or ActorSort.Person) } mention) return false;
        var peers = cast.Where(other => other != player && other.Actor.Role == player.Actor.Role).ToList();
        if (Bare.Contains(player.Actor.Name.ToLowerInvariant()) && peers.Exists(other => other.Mention?.Sort != ActorSort.Institution && !Bare.Contains(Head(other)))) return true;
        if (peers.Exists(other => other.Mention?.Sort == ActorSort.NamedGroup) && IsPossessed(article.Sentences[mention.SentenceIndex], mention)) return true;
        return peers.Exists(other => Head(other) == Head(player) && IsFuller(other, player));
    }

    private static bool IsPossessed(SentenceFacts facts, ActorMention mention)
    {
        var at = facts.TokenAt(mention.Span.Start);
        return facts.Word(at) is "its" or "their" || facts.Word(at - 1) is "its" or "their";
    }

    private static bool IsFuller(RolePlayer other, RolePlayer player)
    {
        var (mine, theirs) = (Words(player), Words(other));
        if (mine.All(theirs.Contains)) return theirs.Length > mine.Length || player.InTitle && !other.InTitle;
        return player.InTitle && !other.InTitle && !theirs.All(mine.Contains);
    }

    private static string[] Words(RolePlayer player) => player.Actor.Name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Head(RolePlayer player) => Words(player) is [.., var last] ? last : "";
}
