using BorderWatch.Extraction.Actors;

namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// "The guerrillas", "terrorists", where the article names one armed group and no other: that group, as a suspicion.
/// </summary>
internal static class OnlyGroup
{
    private static readonly HashSet<string> Members = ["rebels", "guerrillas", "guerrilla", "terrorists", "insurgents", "militants", "subversives", "extremists", "members", "fighters", "group", "column", "rebel", "terrorist"];

    public static void Apply(ArticleFacts article, Cast cast)
    {
        var groups = article.Actors.Where(a => a is { Sort: ActorSort.NamedGroup, IsParty: false, Kind: ActorKind.Rebel }).DistinctBy(a => a.Name).Take(2).ToList();
        if (groups.Count != 1 || cast.Find(groups[0].Name) is not null) return;
        var perpetrators = cast.Players.Where(p => p.Actor.Role == ActorRole.Perpetrator).ToList();
        if (perpetrators.Exists(p => p.Mention is { Sort: ActorSort.Force }) || !perpetrators.Exists(IsMember)) return;
        cast.Add(groups[0], ActorRole.Perpetrator, Attribution.Suspected);
    }

    private static bool IsMember(RolePlayer player) =>
        player.Mention is { Sort: ActorSort.Generic or ActorSort.Civilians } && Members.Contains(player.Actor.Name.Split(' ')[^1].ToLowerInvariant());
}
