using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Claims;

/// <summary>
/// Once, when the process starts: reads the names of actors that are kept with the words that this version knows, so that those of earlier versions
/// count among the kinds of target too. Several processes may do so at once.
/// </summary>
internal sealed partial class TargetKindUpkeep(IDbContextFactory<BorderWatchDbContext> contexts, ILogger<TargetKindUpkeep> log) : BackgroundService
{
    // The sums of all their incidents follow, of millions too.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await ReadAgainAsync(stoppingToken) is > 0 and var changed) LogChanged(changed);
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            // The figures by kind of target are then those of the version before, until the next start.
            LogFailed(fault);
        }
    }

    /// <summary>Returns how many actors are of other kinds than they were.</summary>
    internal async Task<int> ReadAgainAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Database.SetCommandTimeout(s_patience);
        var known = await db.Actors.AsNoTracking().Select(actor => new { actor.Id, actor.Name, actor.Kind, actor.TargetKinds }).ToListAsync(cancellation);
        var changed = known.Select(actor => (actor.Id, Was: actor.TargetKinds, Is: TargetKindReading.Of(actor.Name, actor.Kind))).Where(actor => !actor.Is.SequenceEqual(actor.Was)).ToList();
        // By what they are: a statement for each of a few kinds, not for each of thousands of actors.
        foreach (var alike in changed.GroupBy(actor => string.Join(',', actor.Is)))
        {
            var (ids, kinds) = (alike.Select(actor => actor.Id).ToArray(), alike.First().Is.Select(kind => kind.ToString()).ToArray());
            await db.Database.ExecuteSqlAsync($"UPDATE actors SET target_kinds = {kinds} WHERE id = ANY ({ids})", cancellation);
        }
        return changed.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Changed} actors count among other kinds of target than before")]
    private partial void LogChanged(int changed);

    [LoggerMessage(Level = LogLevel.Error, Message = "The kinds of target of the actors that are kept could not be read again")]
    private partial void LogFailed(Exception fault);
}
