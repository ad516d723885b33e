using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Scheduling;

/// <inheritdoc cref="IFeedPoller"/>
internal sealed partial class FeedPoller(
    IDbContextFactory<BorderWatchDbContext> contexts, FeedSource feeds, FeedIntake intake, TimeProvider time, ILogger<FeedPoller> log) : IFeedPoller
{
    /// <inheritdoc />
    public async Task<PollResult> PollAsync(Guid sourceId, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return Nothing(refusal);
        await using var held = await WorkLock.TryTakeAsync(contexts, sourceId, cancellation);
        if (held is null) return Nothing("This source is being polled already: wait until that is done.");
        var source = await FindAsync(sourceId, cancellation);
        if (source is null) return Nothing("There is no such source any more.");
        return source.FeedUrl is null ? Nothing("This source has no feed to poll.") : await PollAsync(source, progress, cancellation);
    }

    /// <summary>Polls a source that was due when it was read; leaves it alone where another worker polls it or has polled it since, or it was switched off.</summary>
    internal async Task PollDueAsync(Source seen, CancellationToken cancellation)
    {
        await using var held = await WorkLock.TryTakeAsync(contexts, seen.Id, cancellation);
        if (held is null) return;
        // Read under the lock: what the list said may be minutes old.
        var source = await FindAsync(seen.Id, cancellation);
        if (source is not { IsEnabled: true, FeedUrl: not null } || source.LastPolledAt != seen.LastPolledAt) return;
        await PollAsync(source, null, cancellation);
    }

    private async Task<PollResult> PollAsync(Source source, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new PollProgress(0, null, $"Asking {source.Name}"));
        var answer = await feeds.AskAsync(source, cancellation);
        if (answer.Error is not null)
        {
            LogFailed(source.Name, answer.Error);
            await RecordAsync(source, answer, answer.Error, cancellation);
            return Nothing(answer.Error);
        }
        var result = answer.Feed is null ? Nothing(null) : await intake.TakeAsync(source, answer.Feed, answer.Raw, progress, cancellation);
        // Only now: a poll that was broken off must not be answered "nothing has changed" the next time.
        await RecordAsync(source, answer, null, cancellation);
        LogPolled(source.Name, result.Items, result.NewArticles, result.NewIncidents, result.Unreadable);
        return result;
    }

    private async Task<Source?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellation);
    }

    private async Task RecordAsync(Source source, FeedAnswer answer, string? error, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var row = db.Sources.Where(s => s.Id == source.Id);
        // Set in the database, so that an editor who renames the source meanwhile is not in the way.
        if (error is null)
        {
            await row.ExecuteUpdateAsync(s => s
                .SetProperty(x => x.LastPolledAt, now).SetProperty(x => x.LastSucceededAt, now).SetProperty(x => x.LastError, (string?)null)
                .SetProperty(x => x.ConsecutiveFailures, 0).SetProperty(x => x.ETag, answer.ETag).SetProperty(x => x.LastModified, answer.LastModified), cancellation);
            return;
        }
        await row.ExecuteUpdateAsync(s => s
            .SetProperty(x => x.LastPolledAt, now).SetProperty(x => x.LastError, error)
            .SetProperty(x => x.ConsecutiveFailures, x => x.ConsecutiveFailures + 1), cancellation);
    }

    private static PollResult Nothing(string? error) => new(0, 0, 0, 0, 0, error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source} could not be polled: {Reason}")]
    private partial void LogFailed(string source, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source} polled: {Items} items, {Articles} new, {Incidents} new incidents, {Unreadable} unreadable")]
    private partial void LogPolled(string source, int items, int articles, int incidents, int unreadable);
}
