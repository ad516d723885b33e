using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Desk;

/// <inheritdoc cref="IArticleRetry"/>
internal sealed partial class ArticleRetry(
    IDbContextFactory<BorderWatchDbContext> contexts, ItemReading reading, FeedSource feeds, FeedIntake items, ArticleIntake intake, ILogger<ArticleRetry> log) : IArticleRetry
{
    private const string Gone = "It has no address of its own, and its feed does not hold it any more: paste its text if you need it.";

    /// <inheritdoc />
    public async Task<RetryResult> RetryAsync(IReadOnlyCollection<Guid> articles, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation) =>
        by.Refusal(Permission.ManageSources) is { } refusal ? new RetryResult(0, 0, 0, 0, null, refusal) : await RetryAsync(db => db.Where(a => articles.Contains(a.Id)), by, progress, cancellation);

    /// <inheritdoc />
    public async Task<RetryResult> RetrySourceAsync(Guid sourceId, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation) =>
        by.Refusal(Permission.ManageSources) is { } refusal ? new RetryResult(0, 0, 0, 0, null, refusal) : await RetryAsync(db => db.Where(a => a.SourceId == sourceId), by, progress, cancellation);

    private async Task<RetryResult> RetryAsync(Func<IQueryable<Article>, IQueryable<Article>> chosen, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        var missing = await MissingAsync(chosen, cancellation);
        var sum = new RetryResult(0, 0, 0, 0, null, missing.Count == 0 ? "Nothing is missing: there is nothing to try again." : null);
        foreach (var article in missing)
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Report(new PollProgress(sum.Tried, missing.Count, article.Url ?? article.Title ?? "An article without an address"));
            var (taken, failure) = await TryAsync(article, by, cancellation);
            sum = new RetryResult(
                sum.Tried + 1, sum.Read + (failure is null ? 1 : 0), sum.NewIncidents + (taken?.NewIncidents ?? 0), sum.NewReports + (taken?.JoinedReports ?? 0), failure ?? sum.Failure, null);
        }
        progress?.Report(new PollProgress(sum.Tried, missing.Count, "Done"));
        return sum;
    }

    private async Task<(TakenArticle? Taken, string? Failure)> TryAsync(MissingText missing, Caller by, CancellationToken cancellation)
    {
        var had = new IncomingArticle(
            missing.Source.Id, missing.Source.Name, missing.Source.CountryCode, missing.Url, missing.FeedItemId, missing.PublishedAt, missing.Title ?? "", missing.Text ?? "", missing.Author, by.Name)
        { TextFrom = TextOrigin.FeedItem };
        try
        {
            // A feed that came as a file is taken as it is: nothing is fetched on its word.
            if (missing.Url is null || (missing.Source.FeedUrl is { } feed && Path.IsPathFullyQualified(feed))) return await FromFeedAsync(missing, had, cancellation);
            var (article, error) = await reading.FromPageAsync(had, cancellation);
            if (error is null) return (await intake.TakeAsync(article, cancellation), null);
            return (await intake.RecordUnreadableAsync(article, error, cancellation), error);
        }
        // One article's fault must not cost the others their turn.
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            LogFailed(fault, missing.Url ?? missing.FeedItemId, missing.Source.Name);
            const string Failed = "The program failed on this article; the log says why.";
            return (await intake.RecordUnreadableAsync(had, Failed, cancellation), Failed);
        }
    }

    private async Task<(TakenArticle? Taken, string? Failure)> FromFeedAsync(MissingText missing, IncomingArticle had, CancellationToken cancellation)
    {
        if (missing.Source.FeedUrl is null || (missing.Url ?? missing.FeedItemId) is null) return (null, Gone);
        // Asked without validators: "nothing has changed" would not bring the item.
        (missing.Source.ETag, missing.Source.LastModified) = (null, null);
        var answer = await feeds.AskAsync(missing.Source, cancellation);
        var item = answer.Feed is null ? null : FeedItems.Keyed(answer.Feed).FirstOrDefault(i => (i.Id is not null && i.Id == missing.FeedItemId) || (i.Url is not null && i.Url == missing.Url));
        if (item is null)
        {
            var reason = answer.Error ?? Gone;
            return (await intake.RecordUnreadableAsync(had, reason, cancellation), reason);
        }
        var taken = await items.TakeAsync(missing.Source, [item], answer.Raw, null, cancellation);
        return (new TakenArticle(missing.Id, taken.NewArticles > 0, [], taken.NewIncidents, taken.NewReports), taken.Unreadable == 0 ? null : "It could still not be read; its page says why.");
    }

    private async Task<List<MissingText>> MissingAsync(Func<IQueryable<Article>, IQueryable<Article>> chosen, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await (
            from article in chosen(db.Articles.AsNoTracking())
            where article.Outcome == ArticleOutcome.Unreadable || article.TextNote != null
            join source in db.Sources.AsNoTracking() on article.SourceId equals source.Id
            let newest = db.ArticleRevisions.Where(r => r.ArticleId == article.Id).OrderByDescending(r => r.Number).FirstOrDefault()
            orderby article.FirstSeenAt descending, article.Id descending
            select new MissingText(article.Id, source, article.CanonicalUrl, article.FeedItemId, article.PublishedAt, newest!.Title, newest.Text, newest.Author)).ToListAsync(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The article {Article} of {Source} could not be tried again")]
    private partial void LogFailed(Exception fault, string? article, string source);

    /// <summary>An article of which text is missing, with what is had of it.</summary>
    private sealed record MissingText(Guid Id, Source Source, string? Url, string? FeedItemId, DateTimeOffset? PublishedAt, string? Title, string? Text, string? Author);
}
