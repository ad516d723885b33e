using BorderWatch.Store.Accounts;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Views;

/// <summary>Reads views: the caller's own, and those that are shared.</summary>
public interface IViewQuery
{
    /// <summary>The views by name, the caller's own first, with what is new in each. Needs <see cref="Permission.Read"/>.</summary>
    Task<CommandResult<IReadOnlyList<ViewRow>>> ListAsync(Caller by, CancellationToken cancellation);

    /// <summary>The caller's own watchlists by name, and whether a subject is on each. Needs <see cref="Permission.Export"/>.</summary>
    Task<CommandResult<IReadOnlyList<WatchlistChoice>>> WatchlistsAsync(WatchedSubject subject, Caller by, CancellationToken cancellation);

    /// <summary>Which view a filter is, and up to when the caller has seen it. Needs <see cref="Permission.Read"/>.</summary>
    /// <param name="filter">As an address has it; what it says of new incidents is left out of account.</param>
    /// <param name="lastDays">"The last so many days"; null where the days are fixed or open.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellation">Cancels the read.</param>
    Task<CommandResult<ViewMark>> MarkAsync(TimelineFilter filter, int? lastDays, Caller by, CancellationToken cancellation);
}

/// <summary>A view in the list.</summary>
/// <param name="Id">The view.</param>
/// <param name="Name">Its name.</param>
/// <param name="Filter">What it asks; its first day is that of <paramref name="LastDays"/>, counted from today, where that is given.</param>
/// <param name="LastDays">"The last so many days"; null where the days are fixed or open.</param>
/// <param name="IsShared">Whether everybody sees it.</param>
/// <param name="IsOwn">True where it is the caller's.</param>
/// <param name="OwnerName">Whose it is.</param>
/// <param name="SeenAt">Up to when the caller has seen it, UTC; null where never.</param>
/// <param name="New">How many incidents of it were first reported since; null where the caller has not seen it yet.</param>
/// <param name="Watched">Who and what is on the watchlist, by name; null where it is none.</param>
public sealed record ViewRow(
    Guid Id, string Name, TimelineFilter Filter, int? LastDays, bool IsShared, bool IsOwn, string OwnerName, DateTimeOffset? SeenAt, int? New, IReadOnlyList<WatchedName>? Watched = null);

/// <summary>An actor or a place on a watchlist.</summary>
/// <param name="Subject">Which.</param>
/// <param name="Name">Its name.</param>
public sealed record WatchedName(WatchedSubject Subject, string Name);

/// <summary>A watchlist that something can be put on.</summary>
/// <param name="Id">The list.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsOn">True where it is there already.</param>
public sealed record WatchlistChoice(Guid Id, string Name, bool IsOn);

/// <summary>How far somebody has read.</summary>
/// <param name="ViewId">The view that the filter is; null where it is none.</param>
/// <param name="Name">Its name; null where it is none.</param>
/// <param name="SeenAt">Up to when the caller has seen it, or the whole timeline where it is no view; UTC, null where never.</param>
/// <param name="CanMark">True where the caller can mark it as seen: a view, or the whole timeline.</param>
public sealed record ViewMark(Guid? ViewId, string? Name, DateTimeOffset? SeenAt, bool CanMark);
