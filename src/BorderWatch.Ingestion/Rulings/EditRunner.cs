using BorderWatch.Ingestion.Matching;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Carries an editor's command out in one transaction: permitted, undisturbed by others, again where two met; kept only where it was finished.</summary>
internal sealed class EditRunner(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider time)
{
    private const int Attempts = 8;

    /// <summary>Runs the command.</summary>
    /// <param name="by">Refused where they may not rule on incidents.</param>
    /// <param name="movesReports">True keeps the machine from matching until the command is done.</param>
    /// <param name="work">The command; what it does is kept where it has called <see cref="EditSession.FinishAsync"/>.</param>
    /// <param name="cancellation">Cancels; nothing is kept then.</param>
    public async Task<CommandResult<T>> RunAsync<T>(
        Caller by, bool movesReports, Func<EditSession, CancellationToken, Task<CommandResult<T>>> work, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(default, refusal);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
                if (movesReports) await MatchingLock.TakeAsync(db, cancellation);
                var session = new EditSession(db, by, time.GetUtcNow());
                var result = await work(session, cancellation);
                if (session.IsFinished) await transaction.CommitAsync(cancellation);
                return result;
            }
            catch (Exception fault) when (attempt < Attempts && Collision.Is(fault))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10 * attempt + Random.Shared.Next(30)), time, cancellation);
            }
        }
    }
}
