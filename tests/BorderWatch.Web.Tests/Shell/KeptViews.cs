using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Timeline;
using BorderWatch.Store.Views;

namespace BorderWatch.Web.Tests.Shell;

/// <summary>Views in a list: who may what, and which filter is which view, is tested over the store.</summary>
internal sealed class KeptViews : IViewQuery, IViewCommands
{
    /// <summary>What <see cref="ListAsync"/> gives.</summary>
    public List<ViewRow> Rows { get; } = [];

    /// <summary>What <see cref="MarkAsync"/> gives.</summary>
    public ViewMark Mark { get; set; } = new(null, null, null, CanMark: true);

    /// <summary>What was marked, in order.</summary>
    public List<(Guid? ViewId, DateTimeOffset UpTo)> Marked { get; } = [];

    /// <summary>What every change is answered with; null where it succeeds.</summary>
    public string? Error { get; set; }

    public Task<CommandResult<IReadOnlyList<ViewRow>>> ListAsync(Caller by, CancellationToken cancellation) => Task.FromResult(new CommandResult<IReadOnlyList<ViewRow>>([.. Rows], null));

    public Task<CommandResult<ViewMark>> MarkAsync(TimelineFilter filter, int? lastDays, Caller by, CancellationToken cancellation) => Task.FromResult(new CommandResult<ViewMark>(Mark, null));

    public Task<CommandResult<Guid>> SaveAsync(ViewDraft draft, Caller by, CancellationToken cancellation)
    {
        var row = new ViewRow(Guid.CreateVersion7(), draft.Name, draft.Filter, draft.LastDays, draft.IsShared, true, by.Name, null, null);
        if (Error is null) Rows.Add(row);
        return Task.FromResult(new CommandResult<Guid>(row.Id, Error));
    }

    public Task<CommandResult<IReadOnlyList<WatchlistChoice>>> WatchlistsAsync(WatchedSubject subject, Caller by, CancellationToken cancellation) => Task.FromResult(new CommandResult<IReadOnlyList<WatchlistChoice>>(
        [.. Rows.Where(row => row.Watched is not null).Select(row => new WatchlistChoice(row.Id, row.Name, row.Watched!.Any(one => one.Subject == subject)))], null));

    public Task<CommandResult<Guid>> MakeWatchlistAsync(string name, bool isShared, Caller by, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7();
        if (Error is null) Rows.Add(new(id, name, new TimelineFilter { WatchlistId = id }, null, isShared, true, by.Name, null, null, []));
        return Task.FromResult(new CommandResult<Guid>(id, Error));
    }

    public Task<CommandResult<bool>> WatchAsync(Guid watchlistId, WatchedSubject subject, bool isWatched, Caller by, CancellationToken cancellation)
    {
        var at = Rows.FindIndex(row => row.Id == watchlistId);
        IEnumerable<WatchedName> others = Rows[at].Watched!.Where(one => one.Subject != subject);
        if (Error is null) Rows[at] = Rows[at] with { Watched = isWatched ? [.. others, new WatchedName(subject, "somebody")] : [.. others] };
        return Task.FromResult(new CommandResult<bool>(true, Error));
    }

    public Task<CommandResult<bool>> ChangeAsync(Guid viewId, string name, bool isShared, Caller by, CancellationToken cancellation)
    {
        var at = Rows.FindIndex(row => row.Id == viewId);
        if (Error is null) Rows[at] = Rows[at] with { Name = name, IsShared = isShared };
        return Task.FromResult(new CommandResult<bool>(true, Error));
    }

    public Task<CommandResult<bool>> DeleteAsync(Guid viewId, Caller by, CancellationToken cancellation)
    {
        if (Error is null) Rows.RemoveAll(row => row.Id == viewId);
        return Task.FromResult(new CommandResult<bool>(true, Error));
    }

    public Task<CommandResult<bool>> MarkSeenAsync(Guid? viewId, DateTimeOffset upTo, Caller by, CancellationToken cancellation)
    {
        Marked.Add((viewId, upTo));
        return Task.FromResult(new CommandResult<bool>(true, Error));
    }
}
