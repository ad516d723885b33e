using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <inheritdoc cref="IUndoCommands"/>
internal sealed class UndoCommands(EditRunner runner, IDbContextFactory<BorderWatchDbContext> contexts) : IUndoCommands
{
    public async Task<CommandResult<Edited>> UndoAsync(Guid edit, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var steps = await db.Edits.Where(e => e.Id == edit).Select(e => e.Steps).FirstOrDefaultAsync(cancellation);
        if (steps is null) return new(null, "There is nothing to undo.");
        var opposite = EditStep.Parse(steps).Reverse().Select(step => step.Opposite()).ToList();
        if (opposite.Select(EditSteps.Needs).OfType<Permission>().Select(by.Refusal).FirstOrDefault(sentence => sentence is not null) is { } lack) return new(null, lack);
        return await runner.RunAsync(by, opposite.Exists(EditSteps.MovesReports), (session, stop) => UndoAsync(session, edit, opposite, stop), cancellation);
    }

    public async Task<CommandResult<Edited>> UndoLastAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var last = await db.Edits.Where(e => e.By == by.Name && e.ById == by.Id && e.UndoneAt == null && e.Undoes == null)
            .OrderByDescending(e => e.Id).Select(e => (Guid?)e.Id).FirstOrDefaultAsync(cancellation);
        return last is { } edit ? await UndoAsync(edit, by, cancellation) : new(null, "There is nothing of yours to undo.");
    }

    private static async Task<CommandResult<Edited>> UndoAsync(EditSession session, Guid id, List<EditStep> opposite, CancellationToken cancellation)
    {
        await session.LockAsync([.. opposite.SelectMany(EditSteps.Incidents)], cancellation);
        var edit = await session.Db.Edits.FirstAsync(e => e.Id == id, cancellation);
        if (edit.UndoneAt is not null) return new(null, "This has been undone already.");
        foreach (var step in opposite)
        {
            if (await session.TakeAsync(step, cancellation) is { } refusal) return new(null, $"This cannot be undone any more. {refusal}");
        }
        edit.UndoneAt = session.Now;
        if (edit.Undoes is { } undone) (await session.Db.Edits.FirstAsync(e => e.Id == undone, cancellation)).UndoneAt = null;
        var action = $"undid: {edit.Action}";
        if (action.Length > 500) action = action[..500];
        return new(await session.FinishAsync(action, _ => action, null, id, cancellation), null);
    }
}
