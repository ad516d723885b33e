using System.Linq.Expressions;
using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Views;

/// <summary>Whose a view is.</summary>
internal static class ViewAccess
{
    /// <summary>The views that a caller sees: their own, and those that are shared by somebody who is still here.</summary>
    public static IQueryable<SavedView> VisibleViews(this BorderWatchDbContext db, Caller by)
    {
        var own = db.Set<SavedView>().Where(Ownership.By<SavedView>(by)).Select(view => view.Id);
        return db.Set<SavedView>().AsNoTracking().Where(view => own.Contains(view.Id)
            || (view.IsShared && (view.OwnerId == null || db.Accounts.Any(account => account.Id == view.OwnerId && account.RemovedAt == null))));
    }

    /// <summary>Where a subject stands on lists.</summary>
    public static Expression<Func<Watched, bool>> Is(WatchedSubject subject) =>
        subject.Kind == WatchedKind.Actor ? one => one.ActorId == subject.Id : one => one.PlaceId == subject.Id;

    /// <summary>Under which key a caller's marks stand.</summary>
    public static string Reader(Caller by) => by.Id?.ToString() ?? by.Name;
}
