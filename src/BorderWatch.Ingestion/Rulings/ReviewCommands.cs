using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Tags;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <inheritdoc cref="IReviewCommands"/>
internal sealed class ReviewCommands(EditRunner runner) : IReviewCommands
{
    private const int MostAtOnce = 1000;

    private const string Gone = "An incident is not there any more: it has been merged. Reload the page.";

    public Task<CommandResult<Edited>> ReviewAsync(
        IReadOnlyCollection<(Guid Id, IncidentStatus Seen)> incidents, IncidentStatus to, RejectionReason? because, string? reason, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, false, async (session, stop) =>
        {
            if ((to is IncidentStatus.Rejected) != (because is not null)) return new(null, "Say why it is rejected.");
            if (Many(incidents.Count) is { } fault) return new(null, fault);
            var found = (await session.LockAsync([.. incidents.Select(i => i.Id)], stop)).ToDictionary(i => i.Id);
            foreach (var (id, seen) in incidents.Distinct())
            {
                if (!found.TryGetValue(id, out var incident) || incident.MergedIntoId is not null) return new(null, Gone);
                if (incident.Status == to && incident.RejectionReason == because && incident.StatusChallengedAt is null)
                {
                    if (incidents.Count == 1) return new(null, $"“{incident.Title}” has been {ReviewWords.Of(to)} already.");
                    continue;
                }
                if (incident.Status != seen) return new(null, $"“{incident.Title}” has been {ReviewWords.Of(incident.Status)} by somebody else in the meantime. Look at it again.");
                if (await session.TakeAsync(new EditStep.Reviewed(id, incident.Status, incident.RejectionReason, to, because), stop) is { } refusal) return new(null, refusal);
                // Who was to look need not any more.
                if (to is not IncidentStatus.Unreviewed && incident.AssigneeId is { } assignee) await session.TakeAsync(new EditStep.Assigned(id, assignee, null), stop);
            }
            if (!session.HasSteps) return new(null, $"All of them have been {ReviewWords.Of(to)} already.");
            var action = because is { } why ? $"{ReviewWords.Of(to)}: {ReviewWords.Of(why)}" : ReviewWords.Of(to);
            return new(await session.FinishAsync(action, _ => action, Trimmed(reason), null, stop), null);
        }, cancellation);

    public Task<CommandResult<Edited>> AssignAsync(IReadOnlyCollection<Guid> incidents, Guid? to, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, false, async (session, stop) =>
        {
            if (Many(incidents.Count) is { } fault) return new(null, fault);
            var person = await session.Db.Accounts.AsNoTracking().Where(account => account.Id == to && account.RemovedAt == null && account.LockedAt == null).Select(account => new { account.Name, account.Role }).SingleOrDefaultAsync(stop);
            if (to is not null && (person is null || !RolePermissions.Of(person.Role).Contains(Permission.RuleOnIncidents))) return new(null, "Choose somebody who may rule on incidents.");
            var found = await session.LockAsync(incidents, stop);
            if (found.All(incident => incident.MergedIntoId is not null)) return new(null, Gone);
            foreach (var incident in found.Where(incident => incident.MergedIntoId is null && incident.AssigneeId != to))
            {
                if (await session.TakeAsync(new EditStep.Assigned(incident.Id, incident.AssigneeId, to), stop) is { } refusal) return new(null, refusal);
            }
            if (!session.HasSteps) return new(null, person is null ? "It is assigned to nobody already." : $"It is assigned to {person.Name} already.");
            var action = person is null ? "assigned to nobody" : $"assigned to {person.Name}";
            return new(await session.FinishAsync(action, _ => action, null, null, stop), null);
        }, cancellation);

    public Task<CommandResult<Edited>> TagAsync(IReadOnlyCollection<Guid> incidents, string tag, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, false, async (session, stop) =>
        {
            var name = tag.Trim();
            if (TagNames.Fault(name) is { } unfit) return new(null, unfit);
            if (Many(incidents.Count) is { } fault) return new(null, fault);
            if (await FindAsync(session.Db, name, stop) is not { } known)
            {
                await TagNames.LockAsync(session.Db, stop); // Somebody may be making it a synonym in this moment.
                known = await FindAsync(session.Db, name, stop);
                if (known is null) session.Db.Tags.Add(known = new Tag { Name = name });
                await session.Db.SaveChangesAsync(stop);
            }
            if (known.RetiredAt is not null) return new(null, $"The tag “{known.Name}” is retired: it stays where it is, and is not put on any more. Choose another.");
            return await TagAsync(session, incidents, known, true, stop);
        }, cancellation);

    public Task<CommandResult<Edited>> UntagAsync(IReadOnlyCollection<Guid> incidents, string tag, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, false, async (session, stop) =>
            await FindAsync(session.Db, tag.Trim(), stop) is { } known ? await TagAsync(session, incidents, known, false, stop) : new(null, $"There is no tag “{tag.Trim()}”."), cancellation);

    private static async Task<CommandResult<Edited>> TagAsync(EditSession session, IReadOnlyCollection<Guid> incidents, Tag tag, bool isAdded, CancellationToken cancellation)
    {
        var found = await session.LockAsync(incidents, cancellation);
        if (found.All(incident => incident.MergedIntoId is not null)) return new(null, Gone);
        foreach (var incident in found)
        {
            if (incident.MergedIntoId is not null || incident.Tags.Exists(t => t.Id == tag.Id) == isAdded) continue;
            if (await session.TakeAsync(new EditStep.Tagged(incident.Id, tag.Id, isAdded), cancellation) is { } refusal) return new(null, refusal);
        }
        if (!session.HasSteps) return new(null, isAdded ? $"The tag “{tag.Name}” is there already." : $"The tag “{tag.Name}” is not there.");
        var action = isAdded ? $"tagged “{tag.Name}”" : $"took the tag “{tag.Name}” off";
        return new(await session.FinishAsync(action, _ => action, null, null, cancellation), null);
    }

    private static async Task<Tag?> FindAsync(BorderWatchDbContext db, string name, CancellationToken cancellation)
    {
        var meant = db.Meaning(name);
        if (await db.Tags.FirstOrDefaultAsync(tag => meant.Contains(tag.Id), cancellation) is not { } found) return null;
        // Somebody may be merging it in this moment: waits for that, and takes the tag that stays.
        var into = await db.Database.SqlQuery<Guid?>($"""SELECT merged_into_id AS "Value" FROM tags WHERE id = {found.Id} FOR SHARE""").FirstAsync(cancellation);
        return into is null ? found : await db.Tags.FirstAsync(tag => tag.Id == into, cancellation);
    }

    private static string? Many(int count) => count switch
    {
        0 => "Choose at least one incident.",
        > MostAtOnce => $"Choose at most {MostAtOnce} incidents at once; {count} are chosen.",
        _ => null,
    };

    private static string? Trimmed(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
}
