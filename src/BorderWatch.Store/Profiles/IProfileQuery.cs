using BorderWatch.Store.Actors;
using BorderWatch.Store.Places;
using BorderWatch.Store.Regions;

namespace BorderWatch.Store.Profiles;

/// <summary>Reads what is known of one actor or one place beyond its incidents. Rejected and merged incidents do not count.</summary>
public interface IProfileQuery
{
    /// <summary>An actor; null where there is none of that id.</summary>
    Task<ActorProfile?> ActorAsync(Guid id, CancellationToken cancellation);

    /// <summary>A place; null where there is none of that id.</summary>
    Task<PlaceProfile?> PlaceAsync(Guid id, CancellationToken cancellation);
}

/// <summary>What is known of an actor.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">The name that we show.</param>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2; null where it has none or several.</param>
/// <param name="Aliases">Its other names, by alphabet.</param>
/// <param name="Roles">In how many incidents it has each role; a role that it never has is missing.</param>
/// <param name="Attacked">Those who are targets where it is a perpetrator, the most frequent first, at most ten.</param>
/// <param name="AttackedBy">Those who are perpetrators where it is a target, likewise.</param>
/// <param name="Beside">Those who are in an incident in the same role as it, likewise.</param>
/// <param name="Areas">Provinces, likewise.</param>
public sealed record ActorProfile(
    Guid Id, string Name, ActorKind Kind, string? CountryCode, IReadOnlyList<string> Aliases, IReadOnlyDictionary<ActorRole, int> Roles,
    IReadOnlyList<ActorCount> Attacked, IReadOnlyList<ActorCount> AttackedBy, IReadOnlyList<ActorCount> Beside, IReadOnlyList<AreaCount> Areas);

/// <summary>What is known of a place.</summary>
/// <param name="Place">The place.</param>
/// <param name="Incidents">How many incidents.</param>
/// <param name="Perpetrators">Who carried them out, the most frequent first, at most ten.</param>
/// <param name="Targets">Who was attacked, likewise.</param>
public sealed record PlaceProfile(Place Place, int Incidents, IReadOnlyList<ActorCount> Perpetrators, IReadOnlyList<ActorCount> Targets);
