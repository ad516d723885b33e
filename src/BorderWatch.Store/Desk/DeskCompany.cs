using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Desk;

/// <inheritdoc cref="IDeskCompany"/>
internal sealed class DeskCompany(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IDeskCompany
{
    private static readonly Role[] s_mayRule = RolePermissions.RolesWith(Permission.RuleOnIncidents);

    public async Task<CommandResult<IReadOnlyDictionary<Guid, IncidentCompany>>> OfAsync(IReadOnlyCollection<Guid> incidents, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        var now = clock.GetUtcNow();
        var (held, seen) = (now - DeskHold.Life, now - IncidentVisit.Life);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var holds = await db.DeskHolds.AsNoTracking().Where(h => incidents.Contains(h.IncidentId) && h.SeenAt > held).ToDictionaryAsync(h => h.IncidentId, h => new HoldView(h.AccountId, h.Name, h.TakenAt), cancellation);
        var visits = (await db.IncidentVisits.AsNoTracking().Where(v => incidents.Contains(v.IncidentId) && v.SeenAt > seen)
            .GroupBy(v => new { v.IncidentId, v.AccountId, v.Name })
            .Select(g => new { g.Key.IncidentId, Visit = new VisitView(g.Key.AccountId, g.Key.Name, g.Max(v => v.IsEditing ? 1 : 0) == 1) }).ToListAsync(cancellation)).ToLookup(v => v.IncidentId, v => v.Visit);
        var assigned = await (
            from incident in db.Incidents.AsNoTracking()
            join account in db.Accounts on incident.AssigneeId equals account.Id
            where incidents.Contains(incident.Id)
            select new { incident.Id, Assignee = new Colleague(account.Id, account.Name) }).ToDictionaryAsync(a => a.Id, a => a.Assignee, cancellation);
        return new(incidents.Distinct().ToDictionary(id => id, id => new IncidentCompany(
            holds.GetValueOrDefault(id), [.. visits[id].OrderBy(v => v.Name, StringComparer.OrdinalIgnoreCase)], assigned.GetValueOrDefault(id))), null);
    }

    public async Task<CommandResult<IReadOnlyList<Colleague>>> ColleaguesAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return new(await AllAsync(db, cancellation), null);
    }

    public async Task<CommandResult<bool>> TakeAsync(Guid incident, string? over, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(false, refusal);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.Incidents.AnyAsync(i => i.Id == incident && i.MergedIntoId == null, cancellation)) return new(false, "There is no such incident any more. Reload the page.");
        // One statement: of two who take it at once one has it, and the other is told.
        var taken = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO desk_holds (incident_id, account_id, name, taken_at, seen_at) VALUES ({incident}, {by.Id}, {by.Name}, {now}, {now})
            ON CONFLICT (incident_id) DO UPDATE SET account_id = {by.Id}, name = {by.Name}, seen_at = {now},
                taken_at = CASE WHEN desk_holds.name = {by.Name} AND desk_holds.seen_at > {now - DeskHold.Life} THEN desk_holds.taken_at ELSE {now} END
            WHERE desk_holds.seen_at <= {now - DeskHold.Life} OR desk_holds.name = {by.Name} OR desk_holds.name = {over}
            """, cancellation);
        if (taken == 0)
        {
            var holder = await db.DeskHolds.Where(h => h.IncidentId == incident).Select(h => h.Name).FirstOrDefaultAsync(cancellation);
            return new(false, $"{holder ?? "Somebody else"} has taken it in the meantime. Take it over only if that is meant.");
        }
        await DeskSignals.SendAsync(db, incident, cancellation);
        return new(true, null);
    }

    public async Task<CommandResult<bool>> ReleaseAsync(Guid incident, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(false, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var released = await db.DeskHolds.Where(h => h.IncidentId == incident && h.AccountId == by.Id && h.Name == by.Name).ExecuteDeleteAsync(cancellation);
        if (released > 0) await DeskSignals.SendAsync(db, incident, cancellation);
        return new(released > 0, null);
    }

    public async Task<CommandResult<bool>> VisitAsync(Guid page, Guid incident, bool isEditing, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(false, refusal);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.Incidents.AnyAsync(i => i.Id == incident, cancellation)) return new(false, "There is no such incident any more. Reload the page.");
        var there = await db.IncidentVisits.AsNoTracking().SingleOrDefaultAsync(v => v.Id == page, cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO incident_visits (id, incident_id, account_id, name, is_editing, seen_at) VALUES ({page}, {incident}, {by.Id}, {by.Name}, {isEditing}, {now})
            ON CONFLICT (id) DO UPDATE SET incident_id = {incident}, is_editing = {isEditing}, seen_at = {now}
            """, cancellation);
        await db.DeskHolds.Where(h => h.IncidentId == incident && h.AccountId == by.Id && h.Name == by.Name && h.SeenAt > now - DeskHold.Life).ExecuteUpdateAsync(set => set.SetProperty(h => h.SeenAt, now), cancellation);
        if (there is null) await db.IncidentVisits.Where(v => v.SeenAt <= now - DeskHold.Life).ExecuteDeleteAsync(cancellation);
        if (there is null || there.IsEditing != isEditing || there.IncidentId != incident) await DeskSignals.SendAsync(db, incident, cancellation);
        if (there is not null && there.IncidentId != incident) await DeskSignals.SendAsync(db, there.IncidentId, cancellation);
        return new(true, null);
    }

    public async Task LeaveAsync(Guid page, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var left = await db.IncidentVisits.Where(v => v.Id == page).Select(v => (Guid?)v.IncidentId).SingleOrDefaultAsync(cancellation);
        if (left is not { } incident) return;
        await db.IncidentVisits.Where(v => v.Id == page).ExecuteDeleteAsync(cancellation);
        await DeskSignals.SendAsync(db, incident, cancellation);
    }

    /// <summary>All who may rule, by name.</summary>
    internal static Task<List<Colleague>> AllAsync(BorderWatchDbContext db, CancellationToken cancellation) =>
        db.Accounts.AsNoTracking().Where(a => a.RemovedAt == null && a.LockedAt == null && s_mayRule.Contains(a.Role)).OrderBy(a => a.Name).Select(a => new Colleague(a.Id, a.Name)).ToListAsync(cancellation);
}
