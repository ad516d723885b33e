using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Reprocessing;

/// <inheritdoc cref="IReprocessing"/>
internal sealed class ArticleReprocessing(IDbContextFactory<BorderWatchDbContext> contexts, DraftReading reading, TimeProvider time) : IReprocessing
{
    private const int Batch = 100;

    // Another worker that stores the same actor or place at the same moment wins; the loser looks again.
    private const int Attempts = 6;

    /// <inheritdoc />
    public async Task<ReprocessResult> CompareAsync(ReprocessScope scope, Caller by, IProgress<ArticleDifference>? seen, CancellationToken cancellation) =>
        by.Refusal(Permission.ManageSources) is { } refusal ? Nothing(refusal) : await RunAsync(scope, null, by, seen, cancellation);

    /// <inheritdoc />
    public async Task<ReprocessResult> ApplyAsync(ReprocessScope scope, Caller by, IProgress<ArticleDifference>? seen, CancellationToken cancellation) =>
        by.Refusal(Permission.ManageSources) is { } refusal ? Nothing(refusal) : await RunAsync(scope, await BeginAsync(scope, by, cancellation), by, seen, cancellation);

    private async Task<ReprocessResult> RunAsync(ReprocessScope scope, ReprocessRun? run, Caller by, IProgress<ArticleDifference>? seen, CancellationToken cancellation)
    {
        var before = run?.Done ?? 0;
        var total = before + await CountAsync(scope, run?.LastArticleId, cancellation);
        var sum = new ReprocessResult(before, run?.Changed ?? 0, 0, 0, 0, before, null);
        for (var after = run?.LastArticleId; ;)
        {
            var batch = await BatchAsync(scope, after, cancellation);
            if (batch.Count == 0) break;
            foreach (var article in batch)
            {
                cancellation.ThrowIfCancellationRequested();
                var (headline, differences) = await TakeAsync(article, run, by, cancellation);
                after = article.Id;
                int Count(DifferenceKind kind) => differences.Count(d => d.Kind == kind);
                sum = sum with
                {
                    Articles = sum.Articles + 1,
                    Differing = sum.Differing + (differences.Count > 0 ? 1 : 0),
                    Appearing = sum.Appearing + Count(DifferenceKind.Appears),
                    Vanishing = sum.Vanishing + Count(DifferenceKind.Vanishes),
                    Changing = sum.Changing + Count(DifferenceKind.Changes),
                };
                seen?.Report(new ArticleDifference(article.Id, article.Source.Name, headline, differences, sum.Articles, total));
            }
        }
        if (run is not null) await FinishAsync(run, cancellation);
        return sum;
    }

    private async Task<(string Headline, IReadOnlyList<ReportDifference> Differences)> TakeAsync(StoredArticle stored, ReprocessRun? run, Caller by, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            // Held, so that no poll brings another revision meanwhile.
            var article = run is null
                ? await db.Articles.AsNoTracking().SingleAsync(a => a.Id == stored.Id, cancellation)
                : await db.Articles.FromSql($"SELECT * FROM articles WHERE id = {stored.Id} FOR UPDATE").SingleAsync(cancellation);
            var revision = await db.ArticleRevisions.AsNoTracking().Where(r => r.ArticleId == stored.Id).OrderByDescending(r => r.Number).FirstAsync(cancellation);
            var incoming = Incoming(article, stored.Source, revision, by);
            var (result, drafts) = await reading.ReadAsync(incoming, cancellation);
            var reports = await db.Reports.AsNoTracking().Include(r => r.Claims).Where(r => r.ArticleId == stored.Id && r.SupersededAt == null).OrderBy(r => r.Ordinal).ToListAsync(cancellation);
            var differences = Comparison.Of(reports, drafts);
            if (run is null) return (revision.Title, differences);
            try
            {
                var now = time.GetUtcNow();
                (article.Outcome, article.OutcomeReason) = DraftReading.Outcome(result, drafts);
                (article.Extractor, article.ExtractedAt) = (reading.Extractor, now);
                await db.SaveChangesAsync(cancellation);
                if (differences.Count > 0) await new IncidentLedger(db, now).EnterAsync(article, revision, incoming, reading.Extractor, drafts, cancellation);
                await db.ReprocessRuns.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
                    r => r.SetProperty(x => x.LastArticleId, stored.Id).SetProperty(x => x.Done, x => x.Done + 1).SetProperty(x => x.Changed, x => x.Changed + (differences.Count > 0 ? 1 : 0)), cancellation);
                await transaction.CommitAsync(cancellation);
                return (revision.Title, differences);
            }
            catch (Exception fault) when (attempt < Attempts && Collision.Is(fault))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), time, cancellation);
            }
        }
    }

    private static IncomingArticle Incoming(Article article, Source source, ArticleRevision revision, Caller by) =>
        new(source.Id, source.Name, source.CountryCode, article.CanonicalUrl, article.FeedItemId, article.PublishedAt, revision.Title, revision.Text, revision.Author, by.Name) { IsReadAnew = true };

    private async Task<ReprocessRun> BeginAsync(ReprocessScope scope, Caller by, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var broken = await db.ReprocessRuns.AsNoTracking().Where(r => r.FinishedAt == null && r.SourceId == scope.SourceId && r.From == scope.From && r.To == scope.To && r.Extractor == reading.Extractor)
            .OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(cancellation);
        if (broken is not null) return broken;
        var run = new ReprocessRun { SourceId = scope.SourceId, From = scope.From, To = scope.To, Extractor = reading.Extractor, By = by.Name, StartedAt = time.GetUtcNow() };
        db.ReprocessRuns.Add(run);
        await db.SaveChangesAsync(cancellation);
        return run;
    }

    private async Task FinishAsync(ReprocessRun run, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.ReprocessRuns.Where(r => r.Id == run.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.FinishedAt, time.GetUtcNow()), cancellation);
    }

    private async Task<int> CountAsync(ReprocessScope scope, Guid? after, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Within(db, scope, after).CountAsync(cancellation);
    }

    private async Task<List<StoredArticle>> BatchAsync(ReprocessScope scope, Guid? after, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await Within(db, scope, after).OrderBy(a => a.Id).Take(Batch).Join(db.Sources.AsNoTracking(), a => a.SourceId, s => s.Id, (a, s) => new StoredArticle(a.Id, s)).ToListAsync(cancellation);
    }

    private static IQueryable<Article> Within(BorderWatchDbContext db, ReprocessScope scope, Guid? after)
    {
        // A dataset's records were not extracted, and would lose their values to an extractor that looks for sentences.
        var articles = db.Articles.AsNoTracking().Where(a => a.Revisions.Any() && !db.Sources.Any(s => s.Id == a.SourceId && s.Kind == SourceKind.Dataset));
        if (scope.SourceId is { } source) articles = articles.Where(a => a.SourceId == source);
        if (scope.From is { } from && Midnight(from) is var first) articles = articles.Where(a => (a.PublishedAt ?? a.FirstSeenAt) >= first);
        if (scope.To is { } to && Midnight(to.AddDays(1)) is var end) articles = articles.Where(a => (a.PublishedAt ?? a.FirstSeenAt) < end);
        return after is { } last ? articles.Where(a => a.Id > last) : articles;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);

    private static ReprocessResult Nothing(string error) => new(0, 0, 0, 0, 0, 0, error);

    private sealed record StoredArticle(Guid Id, Source Source);
}
