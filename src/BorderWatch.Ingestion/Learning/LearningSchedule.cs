using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Learns anew once a day, where editors ruled or reviewed since; one process of all does.</summary>
internal sealed partial class LearningSchedule(IDbContextFactory<BorderWatchDbContext> contexts, LearningWork work, TimeProvider time, ILogger<LearningSchedule> log) : BackgroundService
{
    private static readonly TimeSpan s_betweenLooks = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_betweenRuns = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Repeating.EveryAsync(s_betweenLooks, time, LearnInTurnAsync, LogFailed, stoppingToken);

    /// <summary>Learns where it is time and there is something new.</summary>
    internal async Task LearnInTurnAsync(CancellationToken cancellation)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            var last = await db.LearningRuns.MaxAsync(run => (DateTimeOffset?)run.At, cancellation) ?? DateTimeOffset.MinValue;
            if (time.GetUtcNow() - last < s_betweenRuns || !await db.Edits.AnyAsync(edit => edit.At > last || edit.UndoneAt > last, cancellation)) return;
        }
        await work.LearnAsync(Caller.Program, cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What editors ruled could not be learnt from")]
    private partial void LogFailed(Exception fault);
}
