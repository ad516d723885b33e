using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Learning;

/// <inheritdoc cref="ILearningCommands"/>
internal sealed class LearningCommands(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider time) : ILearningCommands
{
    public async Task<CommandResult<bool>> SwitchAsync(Guid thing, bool on, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageLearning) is { } refusal) return new(false, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Held against learning anew, which may find that it does not beat the rules.
        var known = await db.LearntThings.FromSql($"SELECT * FROM learnt_things WHERE id = {thing} FOR UPDATE").SingleOrDefaultAsync(cancellation);
        if (known is null) return new(false, "This has been learnt anew since, and is not there any more. Reload the page.");
        if (known.IsOn == on) return new(on, null);
        if (on && known.Lacks is { } lacks) return new(false, $"It cannot be switched on. {lacks}");
        db.Revisions.Add(Switching.Turn(known, on, by.Name, time.GetUtcNow(), null));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(on, null);
    }
}
