using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Sources;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Takes a feed's items in, one after another.</summary>
internal sealed partial class FeedIntake(ItemReading reading, ArticleIntake intake, ILogger<FeedIntake> log)
{
    /// <summary>Takes a feed's items in, oldest first, with the bytes that it was read from. An item that fails is recorded and does not cost the others theirs.</summary>
    public Task<PollResult> TakeAsync(Source source, Feed feed, RawBytes? raw, IProgress<PollProgress>? progress, CancellationToken cancellation) =>
        TakeAsync(source, FeedItems.Keyed(feed), raw, progress, cancellation);

    /// <summary>Takes some items of a feed in, in the order given.</summary>
    public async Task<PollResult> TakeAsync(Source source, IReadOnlyList<KeyedItem> items, RawBytes? raw, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        int done = 0, articles = 0, incidents = 0, reports = 0, unreadable = 0;
        foreach (var item in items)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new PollProgress(done, items.Count, item.Item.Title ?? "An article without a headline"));
            var taken = await TakeAsync(source, item, raw, cancellation);
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
    private async Task<TakenArticle?> TakeAsync(Source source, KeyedItem item, RawBytes? raw, CancellationToken cancellation)
    {
        try
        {
            var (article, error) = await reading.ReadAsync(source, item.Item, item.Url, item.Id, raw, cancellation);
            if (article is null) return null;
            return error is null ? await intake.TakeAsync(article, cancellation) : await intake.RecordUnreadableAsync(article, error, cancellation);
        }
        // One article's fault must not cost the others theirs; it is told to whoever runs this, and recorded for whoever reads.
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            LogArticleFailed(fault, item.Url ?? item.Id, source.Name);
            var empty = new IncomingArticle(source.Id, source.Name, source.CountryCode, item.Url, item.Id, item.Item.PublishedAt, "", "", null, "pipeline") { TextFrom = TextOrigin.FeedItem, Raw = raw };
            return await intake.RecordUnreadableAsync(empty, "The program failed on this article; the log says why.", cancellation);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The article {Article} of {Source} could not be taken in")]
    private partial void LogArticleFailed(Exception fault, string? article, string source);
}
