using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Views;

/// <summary>A filter of the timeline under a name, so that it is found again.</summary>
public sealed class SavedView : IOwned
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <inheritdoc/>
    public Guid? OwnerId { get; init; }

    /// <inheritdoc/>
    public required string OwnerName { get; init; }

    /// <summary>1 to 200 characters; unique among its owner's.</summary>
    public required string Name { get; set; }

    /// <summary>Which incidents, as a <see cref="Timeline.TimelineFilter"/> in JSON; without first day where <see cref="LastDays"/> gives it.</summary>
    public required string Filter { get; init; }

    /// <summary>"The last so many days", whenever it is opened; null where the days are fixed or open.</summary>
    public int? LastDays { get; init; }

    /// <summary>True for a list of actors and places: its filter is the list itself, whose members are <see cref="Watched"/>.</summary>
    public bool IsWatchlist { get; init; }

    /// <summary>True where everybody who reads sees it.</summary>
    public bool IsShared { get; set; }

    /// <summary>UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>PostgreSQL's xmin.</summary>
    public uint Version { get; private set; }
}

/// <summary>Up to which moment somebody has seen what came in.</summary>
public sealed class ViewLook
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who: the account's id, or the name of the one person of an installation without accounts.</summary>
    public required string Reader { get; init; }

    /// <summary>In which view; null for the whole timeline.</summary>
    public Guid? ViewId { get; init; }

    /// <summary>UTC: what was first reported later is new to them.</summary>
    public DateTimeOffset SeenAt { get; init; }
}

/// <summary>An actor or a place on a watchlist.</summary>
public sealed class Watched
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The list.</summary>
    public Guid ViewId { get; init; }

    /// <summary>The actor; null for a place.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The place; null for an actor.</summary>
    public Guid? PlaceId { get; init; }
}
