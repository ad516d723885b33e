using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Views;

internal sealed class ViewCommands(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IViewCommands
{
    private const string NoView = "There is no such view of yours any more.";
    private const string Taken = "You have a view of this name already; choose another name.";

    // What is new in each is counted whenever the list is opened.
    private const int MostViews = 100;
    private const int MostWatched = 500;

    public async Task<CommandResult<Guid>> SaveAsync(ViewDraft draft, Caller by, CancellationToken cancellation)
    {
        if (Refusal(by) is { } refusal) return new(default, refusal);
        draft = draft.Clean();
        if (draft.Error() is { } error) return new(default, error);
        return await AddAsync(Guid.CreateVersion7(), draft, isWatchlist: false, by, cancellation);
    }

    public async Task<CommandResult<Guid>> MakeWatchlistAsync(string name, bool isShared, Caller by, CancellationToken cancellation)
    {
        if (Refusal(by) is { } refusal) return new(default, refusal);
        name = name.Trim();
        if (CommandErrors.OfName(name, "watchlist") is { } error) return new(default, error);
        var id = Guid.CreateVersion7();
        var made = await AddAsync(id, new ViewDraft(name, new TimelineFilter { WatchlistId = id }, null, isShared), isWatchlist: true, by, cancellation);
        if (made.Succeeded) await MarkSeenAsync(id, clock.GetUtcNow(), by, cancellation); // What is new on it is new from now on.
        return made;
    }

    public async Task<CommandResult<bool>> WatchAsync(Guid watchlistId, WatchedSubject subject, bool isWatched, Caller by, CancellationToken cancellation)
    {
        if (Refusal(by) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await OwnAsync(db, watchlistId, by, cancellation) is not { IsWatchlist: true }) return new(default, "There is no such watchlist of yours any more.");
        var members = db.Set<Watched>().Where(one => one.ViewId == watchlistId);
        if (!isWatched)
        {
            await members.Where(ViewAccess.Is(subject)).ExecuteDeleteAsync(cancellation);
            return new(true, null);
        }
        Guid? actor = subject.Kind == WatchedKind.Actor ? subject.Id : null;
        Guid? place = subject.Kind == WatchedKind.Place ? subject.Id : null;
        if (!await (actor is not null ? db.Actors.AnyAsync(one => one.Id == actor, cancellation) : db.Places.AnyAsync(one => one.Id == place, cancellation)))
            return new(default, $"There is no such {(actor is not null ? "actor" : "place")} any more.");
        if (await members.CountAsync(cancellation) >= MostWatched) return new(default, $"A watchlist holds at most {MostWatched}; begin another one.");
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO watched (id, view_id, actor_id, place_id) VALUES ({Guid.CreateVersion7()}, {watchlistId}, {actor}, {place}) ON CONFLICT (view_id, actor_id, place_id) DO NOTHING", cancellation);
        return new(true, null);
    }

    public async Task<CommandResult<bool>> ChangeAsync(Guid viewId, string name, bool isShared, Caller by, CancellationToken cancellation)
    {
        if (Refusal(by) is { } refusal) return new(default, refusal);
        name = name.Trim();
        if (CommandErrors.OfName(name, "view") is { } error) return new(default, error);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await OwnAsync(db, viewId, by, cancellation) is not { } view) return new(default, NoView);
        (view.Name, view.IsShared) = (name, isShared);
        return await ErrorOfSaveAsync(db, cancellation) is { } failure ? new(default, failure) : new(true, null);
    }

    public async Task<CommandResult<bool>> DeleteAsync(Guid viewId, Caller by, CancellationToken cancellation)
    {
        if (Refusal(by) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await OwnAsync(db, viewId, by, cancellation) is not { } view) return new(default, NoView);
        if (view.IsWatchlist && await UserAsync(db, viewId, cancellation) is { } user) return new(default, $"{user} uses this watchlist: delete that first.");
        db.Remove(view);
        return await ErrorOfSaveAsync(db, cancellation) is { } failure ? new(default, failure) : new(true, null);
    }

    public async Task<CommandResult<bool>> MarkSeenAsync(Guid? viewId, DateTimeOffset upTo, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.Read) is { } refusal) return new(default, refusal);
        if (!by.IsSomebody) return new(default, "Sign in first: nobody knows what a reader without an account has seen.");
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (viewId is { } id && !await db.VisibleViews(by).AnyAsync(view => view.Id == id, cancellation)) return new(default, "There is no such view any more.");
        var (reader, seenAt, now) = (ViewAccess.Reader(by), upTo.ToUniversalTime(), clock.GetUtcNow());
        if (seenAt > now) seenAt = now;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO view_looks (id, reader, view_id, seen_at) VALUES ({Guid.CreateVersion7()}, {reader}, {viewId}, {seenAt})
            ON CONFLICT (reader, view_id) DO UPDATE SET seen_at = greatest(view_looks.seen_at, excluded.seen_at)
            """, cancellation);
        return new(true, null);
    }

    private async Task<CommandResult<Guid>> AddAsync(Guid id, ViewDraft draft, bool isWatchlist, Caller by, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Set<SavedView>().CountAsync(Ownership.By<SavedView>(by), cancellation) >= MostViews) return new(default, $"You have {MostViews} views; delete one first.");
        db.Add(new SavedView
        {
            Id = id,
            OwnerId = by.Id,
            OwnerName = by.Name,
            Name = draft.Name,
            Filter = FilterJson.Of(draft.Filter),
            LastDays = draft.LastDays,
            IsWatchlist = isWatchlist,
            IsShared = draft.IsShared,
            CreatedAt = clock.GetUtcNow(),
        });
        return await ErrorOfSaveAsync(db, cancellation) is { } failure ? new(default, failure) : new(id, null);
    }

    // A rule over a list that is gone would never fire again, and say nothing of it.
    private static async Task<string?> UserAsync(BorderWatchDbContext db, Guid watchlist, CancellationToken cancellation)
    {
        var part = $$"""{"watchlistId":"{{watchlist}}"}""";
        var rule = await db.Set<AlertRule>().Where(one => EF.Functions.JsonContains(one.Filter, part)).Select(one => one.Name).FirstOrDefaultAsync(cancellation);
        if (rule is not null) return $"The alert rule “{rule}”";
        var view = await db.Set<SavedView>().Where(one => one.Id != watchlist && EF.Functions.JsonContains(one.Filter, part)).Select(one => one.Name).FirstOrDefaultAsync(cancellation);
        return view is null ? null : $"The view “{view}”";
    }

    private static string? Refusal(Caller by) => by.Refusal(Permission.Export);

    private static Task<SavedView?> OwnAsync(BorderWatchDbContext db, Guid id, Caller by, CancellationToken cancellation) =>
        db.Set<SavedView>().Where(Ownership.By<SavedView>(by)).SingleOrDefaultAsync(view => view.Id == id, cancellation);

    private static async Task<string?> ErrorOfSaveAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return NoView; // Deleted or changed elsewhere in this moment.
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            return Taken;
        }
    }
}
