using BorderWatch.Store.Actors;
using BorderWatch.Store.Tallies;

namespace BorderWatch.Store.Regions;

/// <summary>Arranges who, where and with what a period's incidents name: the most frequent, and what no earlier incident of the region had.</summary>
/// <param name="names">What <see cref="RegionSums.NamesAsync"/> read.</param>
/// <param name="most">How long a list may be.</param>
internal sealed class RegionNames(IReadOnlyList<NamedSum> names, int most)
{
    // "gunmen" and "residents" are new in every region that has its first incident.
    private static readonly string[] s_unnamed = [nameof(ActorKind.Unknown), nameof(ActorKind.Civilian)];

    /// <summary>Provinces, and countries whose province nobody names.</summary>
    public IReadOnlyList<AreaCount> Areas => [.. InOrder(Of(RegionNameKind.Province)).Take(most)];

    /// <summary>Those who have a role in most of the incidents.</summary>
    public IReadOnlyList<ActorCount> Actors(ActorRole role) => Most(Of(RegionNameKind.Actor).Where(sum => sum.Roles.Split(',').Contains(role.ToString())));

    /// <summary>What the period has for the first time.</summary>
    /// <param name="since">The day of the region's first incident before the period; null where there is none.</param>
    public RegionFirsts Firsts(DateOnly? since) => since is null ? new RegionFirsts(null, [], [], []) : new RegionFirsts(
        since,
        Most(Of(RegionNameKind.Actor).Where(sum => !sum.IsOld && !s_unnamed.Contains(sum.ActorKind))),
        [.. Of(RegionNameKind.Weapon).Where(sum => !sum.IsOld).Select(sum => new NamedCount(sum.Name, sum.Count))
            .OrderByDescending(weapon => weapon.Count).ThenBy(weapon => weapon.Name, StringComparer.Ordinal).Take(most)],
        [.. InOrder(Of(RegionNameKind.Province).Where(sum => !sum.IsOld)).Where(area => area.Admin1 is not null).Take(most)]);

    private static IEnumerable<AreaCount> InOrder(IEnumerable<NamedSum> provinces) => provinces
        .Select(sum => new AreaCount(sum.Name[..2], sum.Name.Length > 3 ? sum.Name[3..] : null, sum.Count))
        .OrderByDescending(area => area.Count).ThenBy(area => area.CountryCode, StringComparer.Ordinal).ThenBy(area => area.Admin1 is null).ThenBy(area => area.Admin1, StringComparer.Ordinal);

    private IEnumerable<NamedSum> Of(RegionNameKind kind) => names.Where(sum => sum.Kind == kind.ToString());

    // An actor whose roles differ from incident to incident has a sum for each set of roles.
    private IReadOnlyList<ActorCount> Most(IEnumerable<NamedSum> sums) =>
    [
        .. sums.GroupBy(sum => sum.Name).Select(g => new ActorCount(Guid.Parse(g.Key), g.First().ActorName ?? "", g.Sum(sum => sum.Count)))
            .OrderByDescending(actor => actor.Count).ThenBy(actor => actor.Name, StringComparer.Ordinal).Take(most),
    ];
}
