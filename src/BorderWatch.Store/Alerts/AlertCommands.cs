using System.Security.Cryptography;
using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using BorderWatch.Store.Views;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Alerts;

internal sealed class AlertCommands(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IAlertCommands
{
    internal const string NoRule = "There is no such rule of yours any more.";

    // A person makes a handful; a program that makes thousands would keep the database busy with them.
    private const int MostRules = 100;

    public async Task<CommandResult<Guid>> SaveAsync(Guid? ruleId, AlertDraft draft, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.KeepAlerts) is { } refusal) return new(default, refusal);
        draft = draft.Clean();
        if (draft.Error() is { } error) return new(default, error);
        if (draft.IsShared && by.Refusal(Permission.ManageRegions) is { } mayNotShare) return new(default, mayNotShare);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rule = ruleId is { } id ? await OwnAsync(db, id, by, cancellation) : null;
        if (ruleId is not null && rule is null) return new(default, NoRule);
        if (await ErrorOfMailAsync(db, draft, rule, by, cancellation) is { } mail) return new(default, mail);
        if (draft.Filter.RegionId is { } region && !await db.Regions.AnyAsync(r => r.Id == region, cancellation)) return new(default, "There is no such region any more; choose another.");
        if (draft.Filter.WatchlistId is { } list && !await db.Set<SavedView>().AnyAsync(view => view.Id == list && view.IsWatchlist, cancellation)) return new(default, "There is no such watchlist any more; take that part of the filter away.");
        if (rule is null && await db.Set<AlertRule>().CountAsync(Ownership.By<AlertRule>(by), cancellation) >= MostRules) return new(default, $"You have {MostRules} rules; delete one first.");
        var now = clock.GetUtcNow();
        var isNew = rule is null;
        rule ??= new AlertRule { OwnerId = by.Id, OwnerName = by.Name, Name = "", Filter = "{}", Secret = NewSecret(), FeedKey = AccountSecret.New(), CreatedAt = now, WatchedFrom = now };
        Write(rule, draft, now);
        if (isNew) db.Add(rule);
        Record(db, rule.Id, by, isNew ? "made" : "changed", new { name = new { from = (string?)null, to = rule.Name } });
        return await CommitAsync(db, cancellation) ? new(rule.Id, null) : new(default, NoRule);
    }

    public Task<CommandResult<bool>> SetEnabledAsync(Guid ruleId, bool isEnabled, Caller by, CancellationToken cancellation) =>
        ChangeAsync(ruleId, by, isEnabled ? "switched on" : "switched off", rule =>
        {
            if (isEnabled && !rule.IsEnabled) rule.WatchedFrom = clock.GetUtcNow();
            rule.IsEnabled = isEnabled;
        }, cancellation);

    public async Task<CommandResult<bool>> DeleteAsync(Guid ruleId, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.KeepAlerts) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await OwnAsync(db, ruleId, by, cancellation) is not { } rule) return new(default, NoRule);
        db.Remove(rule);
        Record(db, ruleId, by, "deleted", new { name = new { from = rule.Name, to = (string?)null } });
        return await CommitAsync(db, cancellation) ? new(true, null) : new(default, NoRule);
    }

    public Task<CommandResult<bool>> RenewKeysAsync(Guid ruleId, Caller by, CancellationToken cancellation) =>
        ChangeAsync(ruleId, by, "given new keys", rule => (rule.Secret, rule.FeedKey) = (NewSecret(), AccountSecret.New()), cancellation);

    public async Task<CommandResult<int>> TestAsync(Guid ruleId, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.KeepAlerts) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await OwnAsync(db, ruleId, by, cancellation) is not { } rule) return new(default, NoRule);
        var ways = AlertQueue.Ways(rule);
        if (ways.Count == 0) return new(default, "The rule sends nothing: give it a mail address or a webhook first. Notices stand in this page and in its feed.");
        if (await db.Set<AlertDelivery>().AnyAsync(delivery => delivery.RuleId == ruleId && delivery.Key.StartsWith(AlertQueue.Test) && delivery.Status == DeliveryStatus.Pending, cancellation))
            return new(default, "A test is on its way already; see the log below.");
        var now = clock.GetUtcNow();
        foreach (var way in ways) db.Add(new AlertDelivery { RuleId = ruleId, Channel = way.Channel, Target = way.Target, Key = $"{AlertQueue.Test}{Guid.CreateVersion7()}", CreatedAt = now, DueAt = now });
        await db.SaveChangesAsync(cancellation);
        return new(ways.Count, null);
    }

    private static void Write(AlertRule rule, AlertDraft draft, DateTimeOffset now)
    {
        var filter = AlertFilter.ToJson(draft.Filter);
        var asks = (rule.Kind, rule.Incidents, rule.Killed, rule.Both, rule.Days);
        var threshold = draft.Kind == AlertKind.Escalation ? new AlertThreshold(null, null, false, 7) : draft.Threshold;
        (rule.Name, rule.Kind, rule.IsShared, rule.MailTo, rule.WebhookUrl) = (draft.Name, draft.Kind, draft.IsShared, draft.MailTo, draft.WebhookUrl);
        (rule.Incidents, rule.Killed, rule.Both, rule.Days) = (threshold.Incidents, threshold.Killed, threshold.Both, threshold.Days);
        (rule.Timing, rule.DigestAt, rule.QuietFrom, rule.QuietTo, rule.TimeZone) = (draft.Timing, draft.DigestAt, draft.QuietFrom, draft.QuietTo, draft.TimeZone);
        // PostgreSQL writes JSON its own way, so that the filters are compared, not the texts.
        if (asks != (rule.Kind, rule.Incidents, rule.Killed, rule.Both, rule.Days) || AlertFilter.ToJson(AlertFilter.Of(rule)) != filter) rule.WatchedFrom = now;
        rule.Filter = filter;
    }

    private async Task<CommandResult<bool>> ChangeAsync(Guid ruleId, Caller by, string action, Action<AlertRule> change, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.KeepAlerts) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await OwnAsync(db, ruleId, by, cancellation) is not { } rule) return new(default, NoRule);
        change(rule);
        Record(db, ruleId, by, action, new { name = new { from = rule.Name, to = rule.Name } });
        return await CommitAsync(db, cancellation) ? new(true, null) : new(default, NoRule);
    }

    private static Task<AlertRule?> OwnAsync(BorderWatchDbContext db, Guid id, Caller by, CancellationToken cancellation) =>
        db.Set<AlertRule>().Where(Ownership.By<AlertRule>(by)).SingleOrDefaultAsync(rule => rule.Id == id, cancellation);

    // An analyst's rule mails to the analyst: nobody is mailed by somebody who may not speak for the organisation.
    private static async Task<string?> ErrorOfMailAsync(BorderWatchDbContext db, AlertDraft draft, AlertRule? before, Caller by, CancellationToken cancellation)
    {
        if (draft.MailTo is null || draft.MailTo == before?.MailTo || by.Permissions.Contains(Permission.ManageRegions)) return null;
        var own = await db.Accounts.Where(account => account.Id == by.Id).Select(account => account.Email).SingleOrDefaultAsync(cancellation);
        return own is not null && draft.Addresses.All(address => string.Equals(address, own, StringComparison.OrdinalIgnoreCase)) ? null
            : own is null ? "Mail goes to the address of an account, and you have none." : $"Your rules may mail to your own address, {own}. For others ask a manager.";
    }

    private static async Task<bool> CommitAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // Deleted or changed elsewhere in this moment.
        }
    }

    private static string NewSecret() => $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    private void Record(BorderWatchDbContext db, Guid rule, Caller by, string action, object changes) => db.Add(new Revision
    {
        SubjectType = "alert",
        SubjectId = rule,
        At = clock.GetUtcNow(),
        By = by.Name,
        Action = action,
        Changes = JsonSerializer.Serialize(changes),
    });
}
