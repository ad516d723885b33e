using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tallies;

/// <inheritdoc cref="ITallies"/>
internal sealed class Tallies(IDbContextFactory<BorderWatchDbContext> contexts) : ITallies
{
    public Task<int> FoldAsync(CancellationToken cancellation) => CallAsync("SELECT fold_tallies() AS \"Value\"", cancellation);

    public Task<int> CheckAsync(CancellationToken cancellation) => CallAsync("SELECT count_wrong_tallies() AS \"Value\"", cancellation);

    public Task RebuildAsync(CancellationToken cancellation) => CallAsync("SELECT rebuild_tallies() AS \"Value\"", cancellation);

    private async Task<int> CallAsync(string sql, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync(cancellation);
    }
}
