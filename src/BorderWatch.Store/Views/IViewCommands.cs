using BorderWatch.Store.Accounts;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Views;

/// <summary>Keeps filters under names, and how far somebody has read. Each call touches the caller's own views alone.</summary>
public interface IViewCommands
{
    /// <summary>Keeps a filter. Needs <see cref="Permission.Export"/>.</summary>
    /// <returns>The view's id, or a sentence that says what is wrong.</returns>
    Task<CommandResult<Guid>> SaveAsync(ViewDraft draft, Caller by, CancellationToken cancellation);

    /// <summary>Makes an empty watchlist: a view of whatever its actors take part in and of whatever happens at its places. Needs <see cref="Permission.Export"/>.</summary>
    /// <returns>The list's id, or a sentence that says what is wrong.</returns>
    Task<CommandResult<Guid>> MakeWatchlistAsync(string name, bool isShared, Caller by, CancellationToken cancellation);

    /// <summary>Puts an actor or a place on a watchlist, or takes it off; either may be so already. Needs <see cref="Permission.Export"/>.</summary>
    Task<CommandResult<bool>> WatchAsync(Guid watchlistId, WatchedSubject subject, bool isWatched, Caller by, CancellationToken cancellation);

    /// <summary>Renames a view, or shows it to everybody, or to its owner alone. Needs <see cref="Permission.Export"/>.</summary>
    Task<CommandResult<bool>> ChangeAsync(Guid viewId, string name, bool isShared, Caller by, CancellationToken cancellation);

    /// <summary>Deletes a view, with everybody's marks of what they have seen in it. Needs <see cref="Permission.Export"/>.</summary>
    Task<CommandResult<bool>> DeleteAsync(Guid viewId, Caller by, CancellationToken cancellation);

    /// <summary>
    /// Marks what was first reported until a moment as seen by the caller. A mark never goes back, nor beyond now. Needs
    /// <see cref="Permission.Read"/> and a caller who is somebody.
    /// </summary>
    /// <param name="viewId">In which view; null for the whole timeline.</param>
    /// <param name="upTo">Usually the newest incident that the page was read with, so that what came since stays new.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CommandResult<bool>> MarkSeenAsync(Guid? viewId, DateTimeOffset upTo, Caller by, CancellationToken cancellation);
}

/// <summary>A view as somebody makes it.</summary>
/// <param name="Name">1 to 200 characters.</param>
/// <param name="Filter">Which incidents.</param>
/// <param name="LastDays">"The last so many days", 1 to 3660; null where the days are fixed or open.</param>
/// <param name="IsShared">Whether everybody who reads sees it.</param>
public sealed record ViewDraft(string Name, TimelineFilter Filter, int? LastDays, bool IsShared)
{
    internal const int MostDays = 3660;

    internal ViewDraft Clean() => this with { Name = Name.Trim(), Filter = Kept(Filter, LastDays) };

    /// <summary>A sentence that says what is wrong; null where nothing is.</summary>
    internal string? Error() => CommandErrors.OfName(Name, "view")
        ?? (LastDays is < 1 or > MostDays ? $"A view goes back from 1 to {MostDays} days." : null)
        ?? (LastDays is null && Filter.IsEmpty ? "This is the whole timeline, which needs no view: filter it first." : null);

    /// <summary>What of a filter is kept: days that move are counted anew, and what is new is each reader's own affair.</summary>
    internal static TimelineFilter Kept(TimelineFilter filter, int? lastDays) =>
        (lastDays is null ? filter : filter with { From = null, To = null }) with { ReportedAfter = null };
}

/// <summary>Something that can stand on a watchlist.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The actor's or the place's id.</param>
public readonly record struct WatchedSubject(WatchedKind Kind, Guid Id);

/// <summary>What can stand on a watchlist.</summary>
public enum WatchedKind
{
    /// <summary>Somebody who takes part.</summary>
    Actor,

    /// <summary>Where it happens: the place itself, not what lies in it.</summary>
    Place,
}
