using BorderWatch.Ingestion.Articles;
using BorderWatch.Store;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Scheduling;

/// <inheritdoc cref="IFeedPoller"/>
internal sealed partial class FeedPoller(
    IDbContextFactory<BorderWatchDbContext> contexts, FeedSource feeds, ItemReading reading, ArticleIntake intake, TimeProvider time, ILogger<FeedPoller> log) : IFeedPoller
{
    /// <inheritdoc />
    public async Task<PollResult> PollAsync(Guid sourceId, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        var source = await FindAsync(sourceId, cancellation);
        if (source is null) return Nothing("There is no such source any more.");
        if (source.FeedUrl is null) return Nothing("This source has no feed to poll.");
        await using var held = await SourceLock.TryTakeAsync(contexts, sourceId, cancellation);
        if (held is null) return Nothing("This source is being polled already: wait until that is done.");

        progress?.Report(new PollProgress(0, null, $"Asking {source.Name}"));
        var answer = await feeds.AskAsync(source, cancellation);
        if (answer.Error is not null)
        {
            LogFailed(source.Name, answer.Error);
            await RecordAsync(source, answer, answer.Error, cancellation);
            return Nothing(answer.Error);
        }
        var result = answer.Feed is null ? Nothing(null) : await TakeAllAsync(source, FeedItems.Keyed(answer.Feed), progress, cancellation);
        // Only now: a poll that was broken off must not be answered "nothing has changed" the next time.
        await RecordAsync(source, answer, null, cancellation);
        LogPolled(source.Name, result.Items, result.NewArticles, result.NewIncidents, result.Unreadable);
        return result;
    }

    private async Task<PollResult> TakeAllAsync(Source source, IReadOnlyList<KeyedItem> items, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        int done = 0, articles = 0, incidents = 0, reports = 0, unreadable = 0;
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new PollProgress(done, items.Count, item.Item.Title ?? "An article without a headline"));
            var taken = await TakeAsync(source, item, cancellation);
            done++;
            if (taken is null) continue;
            if (taken.IsNew) articles++;
            if (taken.Unreadable is not null) unreadable++;
            incidents += taken.NewIncidents;
            reports += taken.JoinedReports;
        }
        progress?.Report(new PollProgress(done, items.Count, "Done"));
        return new PollResult(items.Count, articles, incidents, reports, unreadable, null);
    }

    // Null where the article is here and need not be looked at again.
    private async Task<TakenArticle?> TakeAsync(Source source, KeyedItem item, CancellationToken cancellation)
    {
        try
        {
            var (article, error) = await reading.ReadAsync(source, item.Item, item.Url, item.Id, cancellation);
            if (article is null) return null;
            return error is null ? await intake.TakeAsync(article, cancellation) : await intake.RecordUnreadableAsync(article, error, cancellation);
        }
        // One article's fault must not cost the others theirs; it is told to whoever runs this, and recorded for whoever reads.
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            LogArticleFailed(fault, item.Url ?? item.Id, source.Name);
            var empty = new IncomingArticle(source.Id, source.Name, source.CountryCode, item.Url, item.Id, item.Item.PublishedAt, "", "", null, "pipeline");
            return await intake.RecordUnreadableAsync(empty, "The program failed on this article; the log says why.", cancellation);
        }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The article {Article} of {Source} could not be taken in")]
    private partial void LogArticleFailed(Exception fault, string? article, string source);
}
