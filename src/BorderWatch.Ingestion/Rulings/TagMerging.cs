using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using BorderWatch.Store.Tags;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <inheritdoc cref="ITagMerging"/>
internal sealed class TagMerging(EditRunner runner) : ITagMerging
{
    private const int MostIncidents = 10_000;

    public async Task<CommandResult<Edited>> MergeAsync(Guid tag, Guid into, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageTags) is { } refusal) return new(null, refusal);
        return await runner.RunAsync<Edited>(by, false, (session, stop) => MergeAsync(session, tag, into, stop), cancellation);
    }

    private static async Task<CommandResult<Edited>> MergeAsync(EditSession session, Guid tag, Guid into, CancellationToken cancellation)
    {
        if (tag == into) return new(null, "Choose another tag: these are the same.");
        var db = session.Db;
        await TagNames.LockAsync(db, cancellation);
        // Who puts one of them on waits until this is done, and then looks where its name leads.
        var tags = await db.Tags.FromSql($"SELECT * FROM tags WHERE id IN ({tag}, {into}) OR merged_into_id = {tag} ORDER BY id FOR NO KEY UPDATE").ToDictionaryAsync(t => t.Id, cancellation);
        if (!tags.TryGetValue(tag, out var goes) || !tags.TryGetValue(into, out var stays) || goes.MergedIntoId is not null || stays.MergedIntoId is not null)
            return new(null, "One of the two tags has been merged in the meantime. Reload the page.");
        if (stays.RetiredAt is not null) return new(null, $"“{stays.Name}” is retired. Bring it back first, or choose another tag.");

        var carry = await db.Incidents.Where(incident => incident.Tags.Any(t => t.Id == tag)).Select(incident => incident.Id).Take(MostIncidents + 1).ToListAsync(cancellation);
        if (carry.Count > MostIncidents) return new(null, $"“{goes.Name}” is on more than {MostIncidents:N0} incidents: that is more than can be moved, and taken back, at once. Merge the other tag into this one.");
        foreach (var incident in await session.LockAsync(carry, cancellation))
        {
            if (!incident.Tags.Exists(t => t.Id == tag)) continue;
            if (!incident.Tags.Exists(t => t.Id == into) && await session.TakeAsync(new EditStep.Tagged(incident.Id, into, true), cancellation) is { } refusal) return new(null, refusal);
            if (await session.TakeAsync(new EditStep.Tagged(incident.Id, tag, false), cancellation) is { } other) return new(null, other);
        }
        // What was merged into it before goes along: a name leads to a tag that stands, in one step.
        foreach (var before in tags.Values.Where(t => t.MergedIntoId == tag)) await session.TakeAsync(new EditStep.TagMerged(before.Id, tag, into), cancellation);
        await session.TakeAsync(new EditStep.TagMerged(tag, null, into), cancellation);
        var action = $"merged the tag “{goes.Name}” into “{stays.Name}”";
        return new(await session.FinishAsync(action, _ => action, null, null, cancellation), null);
    }
}
