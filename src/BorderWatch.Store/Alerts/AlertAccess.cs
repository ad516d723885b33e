using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Alerts;

/// <summary>Whose rules count.</summary>
internal static class AlertAccess
{
    private static readonly Role[] s_keepers = RolePermissions.RolesWith(Permission.KeepAlerts);

    /// <summary>The rules whose owner may keep rules at this moment: a locked account is told nothing.</summary>
    public static IQueryable<AlertRule> OfWhoMay(this BorderWatchDbContext db) =>
        db.Set<AlertRule>().Where(rule => rule.OwnerId == null
            || db.Accounts.Any(account => account.Id == rule.OwnerId && account.LockedAt == null && account.RemovedAt == null && s_keepers.Contains(account.Role)));
}
