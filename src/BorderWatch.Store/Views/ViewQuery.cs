using BorderWatch.Store.Accounts;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Views;

internal sealed class ViewQuery(IDbContextFactory<BorderWatchDbContext> contexts, ITimelineQuery timeline, TimeProvider clock) : IViewQuery
{
    public async Task<CommandResult<IReadOnlyList<ViewRow>>> ListAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.Read) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var reader = ViewAccess.Reader(by);
        var read = await db.VisibleViews(by).OrderBy(view => view.Name).ThenBy(view => view.Id)
            .Select(view => new { View = view, SeenAt = db.Set<ViewLook>().Where(look => look.Reader == reader && look.ViewId == view.Id).Max(look => (DateTimeOffset?)look.SeenAt) })
            .ToListAsync(cancellation);
        var watched = await WatchedAsync(db, by, cancellation);
        var isOwn = Ownership.By<SavedView>(by).Compile();
        List<ViewRow> rows = [];
        foreach (var row in read)
        {
            var filter = Moved(FilterJson.Read(row.View.Filter), row.View.LastDays);
            int? news = row.SeenAt is { } seen ? await timeline.CountAsync(filter with { ReportedAfter = seen }, cancellation) : null;
            rows.Add(new(row.View.Id, row.View.Name, filter, row.View.LastDays, row.View.IsShared, isOwn(row.View), row.View.OwnerName, row.SeenAt, news, row.View.IsWatchlist ? [.. watched[row.View.Id]] : null));
        }
        return new([.. rows.OrderBy(row => !row.IsOwn)], null);
    }

    public async Task<CommandResult<ViewMark>> MarkAsync(TimelineFilter filter, int? lastDays, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.Read) is { } refusal) return new(default, refusal);
        if (!by.IsSomebody) return new(new(null, null, null, CanMark: false), null);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (kept, reader) = (ViewDraft.Kept(filter, lastDays), ViewAccess.Reader(by));
        var view = lastDays is null && kept.IsEmpty ? null : await FindAsync(db, kept, lastDays, by, cancellation);
        var id = view?.Id;
        var seenAt = await db.Set<ViewLook>().Where(look => look.Reader == reader && look.ViewId == id).MaxAsync(look => (DateTimeOffset?)look.SeenAt, cancellation);
        return new(new(id, view?.Name, seenAt, view is not null || (lastDays is null && kept.IsEmpty)), null);
    }

    public async Task<CommandResult<IReadOnlyList<WatchlistChoice>>> WatchlistsAsync(WatchedSubject subject, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.Export) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var members = db.Set<Watched>().Where(ViewAccess.Is(subject));
        return new(
            await db.Set<SavedView>().Where(Ownership.By<SavedView>(by)).Where(view => view.IsWatchlist).OrderBy(view => view.Name)
                .Select(view => new WatchlistChoice(view.Id, view.Name, members.Any(one => one.ViewId == view.Id))).ToListAsync(cancellation), null);
    }

    private static async Task<ILookup<Guid, WatchedName>> WatchedAsync(BorderWatchDbContext db, Caller by, CancellationToken cancellation)
    {
        var visible = db.VisibleViews(by).Select(view => view.Id);
        var all = await db.Set<Watched>().Where(one => visible.Contains(one.ViewId)).Select(one => new
        {
            one.ViewId,
            one.ActorId,
            one.PlaceId,
            Name = one.ActorId != null ? db.Actors.First(actor => actor.Id == one.ActorId).Name : db.Places.First(place => place.Id == one.PlaceId).Name,
        }).ToListAsync(cancellation);
        return all.OrderBy(one => one.Name, StringComparer.InvariantCulture)
            .ToLookup(one => one.ViewId, one => new WatchedName(one.ActorId is { } actor ? new(WatchedKind.Actor, actor) : new(WatchedKind.Place, one.PlaceId!.Value), one.Name));
    }

    // PostgreSQL compares JSON by what it says, not by how it is written. One's own view goes before another's.
    private static async Task<SavedView?> FindAsync(BorderWatchDbContext db, TimelineFilter kept, int? lastDays, Caller by, CancellationToken cancellation)
    {
        var json = FilterJson.Of(kept);
        var own = db.Set<SavedView>().Where(Ownership.By<SavedView>(by)).Select(view => view.Id);
        return await db.VisibleViews(by).Where(view => view.LastDays == lastDays && EF.Functions.JsonContains(view.Filter, json) && EF.Functions.JsonContained(view.Filter, json))
            .OrderBy(view => !own.Contains(view.Id)).ThenBy(view => view.Name).ThenBy(view => view.Id).FirstOrDefaultAsync(cancellation);
    }

    private TimelineFilter Moved(TimelineFilter filter, int? lastDays) =>
        lastDays is { } days ? filter with { From = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(1 - days) } : filter;
}
