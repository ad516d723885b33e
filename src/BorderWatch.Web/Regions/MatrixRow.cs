using BorderWatch.Store.Actors;
using BorderWatch.Store.Regions;

namespace BorderWatch.Web.Regions;

/// <summary>An actor, and in how many incidents of each region it took part.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">Its canonical name.</param>
/// <param name="Counts">In the order of the regions.</param>
public sealed record MatrixRow(Guid Id, string Name, IReadOnlyList<int> Counts)
{
    /// <summary>Everybody who has the role (null: any) in one of the regions at least; the most frequent first.</summary>
    public static IReadOnlyList<MatrixRow> Of(RegionComparison comparison, ActorRole? role) =>
    [
        .. comparison.Regions.SelectMany((region, at) => region.Actors.Where(actor => role is not { } asked || actor.Roles.Contains(asked)).Select(actor => (At: at, Actor: actor)))
            .GroupBy(part => part.Actor.Id)
            .Select(g => new MatrixRow(g.Key, g.First().Actor.Name, [.. comparison.Regions.Select((_, at) => g.Where(part => part.At == at).Sum(part => part.Actor.Count))]))
            .OrderByDescending(row => row.Counts.Max()).ThenByDescending(row => row.Counts.Sum()).ThenBy(row => row.Name, StringComparer.Ordinal),
    ];
}
