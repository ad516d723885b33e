using BorderWatch.Extraction;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store;
using BorderWatch.Store.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Articles;

/// <summary>Takes an article in: known or new, edited or not, its incidents matched and stored, all in one transaction.</summary>
internal sealed partial class ArticleIntake(
    IDbContextFactory<BorderWatchDbContext> contexts, DraftReading reading, IOptions<IngestionOptions> options, TimeProvider time, ILogger<ArticleIntake> log)
{
    // Another worker that stores the same article, place or actor at the same moment wins; the loser looks again.
    private const int Attempts = 6;

    // Below this, two articles can have the same words by chance ("No comment").
    private const int TellingLength = 200;

    /// <summary>Takes it in. The same article twice is one article; one whose words have changed gets another revision.</summary>
    public async Task<TakenArticle> TakeAsync(IncomingArticle incoming, CancellationToken cancellation)
    {
        if (incoming.Entries.Count > 0) return await TakeEntriesAsync(incoming.Entries, cancellation);
        var hash = incoming.ContentHash();
        ExtractionResult? result = null;
        IReadOnlyList<ReportDraft> drafts = [];
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var known = await ArticleSearch.FindAsync(db, incoming, hash, TellingLength, cancellation);
            if (known is { IsUnchanged: true }) return await UnchangedAsync(db, known.Article, incoming, cancellation);
            if (result is null)
            {
                (result, drafts) = await reading.ReadAsync(incoming, cancellation);
            }
            try
            {
                return await StoreAsync(db, known?.Article, incoming, hash, result, drafts, cancellation);
            }
            catch (Exception fault) when (attempt < Attempts && Collision.Is(fault))
            {
                LogCollision(attempt);
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt + Random.Shared.Next(40)), time, cancellation);
            }
        }
    }

    // The blog itself is no article: its entries tell of different days, and more of them come.
    private async Task<TakenArticle> TakeEntriesAsync(IReadOnlyList<IncomingArticle> entries, CancellationToken cancellation)
    {
        var taken = new List<TakenArticle>();
        foreach (var entry in entries.OrderBy(e => e.PublishedAt)) taken.Add(await TakeAsync(entry, cancellation));
        return new TakenArticle(
            taken[^1].ArticleId, taken.Exists(t => t.IsNew), [.. taken.SelectMany(t => t.Incidents).Distinct()], taken.Sum(t => t.NewIncidents), taken.Sum(t => t.JoinedReports));
    }

    /// <summary>Records an article of which no text could be had, so that it is seen that it is missing.</summary>
    public async Task<TakenArticle> RecordUnreadableAsync(IncomingArticle incoming, string reason, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var known = await ArticleSearch.FindAsync(db, incoming, incoming.ContentHash(), TellingLength, cancellation);
        var article = known?.Article ?? NewArticle(incoming);
        if (known is null) db.Articles.Add(article);
        else article.LastTriedAt = time.GetUtcNow();
        if (known is { HasRevision: true }) article.TextNote = article.TextNote is null ? null : reason;
        else (article.Outcome, article.OutcomeReason) = (ArticleOutcome.Unreadable, reason);
        try
        {
            // What could not be read is what a better reader wants.
            if (known is not { HasRevision: true }) article.RawFetchId = await KeepAsync(db, incoming, time.GetUtcNow(), cancellation) ?? article.RawFetchId;
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (Collision.Is(fault))
        {
            LogCollision(1); // another worker has recorded it just now, or has even read it
        }
        return new TakenArticle(article.Id, false, [], 0, 0, reason);
    }

    private async Task<TakenArticle> StoreAsync(
        BorderWatchDbContext db, Article? known, IncomingArticle incoming, byte[] hash, ExtractionResult result, IReadOnlyList<ReportDraft> drafts, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var article = known ?? NewArticle(incoming);
        if (known is null) db.Articles.Add(article);
        article.PublishedAt = incoming.PublishedAt ?? article.PublishedAt;
        (article.Outcome, article.OutcomeReason) = DraftReading.Outcome(result, drafts);
        (article.TextFrom, article.TextNote, article.Extractor, article.ExtractedAt) = (incoming.TextFrom, incoming.TextNote, reading.ReaderOf(incoming), now);
        if (known is not null) article.LastTriedAt = now;
        article.RawFetchId = await KeepAsync(db, incoming, now, cancellation);
        var number = await db.ArticleRevisions.Where(r => r.ArticleId == article.Id).MaxAsync(r => (int?)r.Number, cancellation) ?? 0;
        var revision = new ArticleRevision
        {
            ArticleId = article.Id,
            Number = number + 1,
            Title = incoming.Title,
            Text = incoming.Text,
            Language = result.Language is { Length: 2 or 3 } language ? language : "und",
            Author = incoming.Author,
            ContentHash = hash,
            FetchedAt = now,
        };
        db.ArticleRevisions.Add(revision);
        await db.SaveChangesAsync(cancellation);
        var entered = await new IncidentLedger(db, now).EnterAsync(article, revision, incoming, reading.ReaderOf(incoming), drafts, cancellation);
        await transaction.CommitAsync(cancellation);
        var founded = entered.Count(e => e.IsNew);
        return new TakenArticle(article.Id, true, [.. entered.Select(e => e.Incident)], founded, entered.Count - founded);
    }

    private async Task<Guid?> KeepAsync(BorderWatchDbContext db, IncomingArticle incoming, DateTimeOffset now, CancellationToken cancellation) =>
        incoming.Raw is { } raw && options.Value.KeepRawFor > TimeSpan.Zero ? await raw.KeepAsync(db, incoming.SourceId, now, cancellation) : null;

    private Article NewArticle(IncomingArticle incoming) => new()
    {
        SourceId = incoming.SourceId,
        CanonicalUrl = incoming.CanonicalUrl,
        FeedItemId = incoming.FeedItemId,
        PublishedAt = incoming.PublishedAt,
        FirstSeenAt = time.GetUtcNow(),
    };

    private async Task<TakenArticle> UnchangedAsync(BorderWatchDbContext db, Article article, IncomingArticle incoming, CancellationToken cancellation)
    {
        // Nothing but what was missing can have changed: its page was had this time, or could still not be had.
        if (article.TextNote is not null && article.SourceId == incoming.SourceId)
        {
            (article.TextFrom, article.TextNote, article.LastTriedAt) = (incoming.TextFrom, incoming.TextNote, time.GetUtcNow());
            await db.SaveChangesAsync(cancellation);
        }
        var incidents = await db.Reports.Where(r => r.ArticleId == article.Id && r.SupersededAt == null).OrderBy(r => r.Ordinal).Select(r => r.IncidentId).ToListAsync(cancellation);
        return new TakenArticle(article.Id, false, incidents, 0, 0);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Another worker stored the same thing at the same moment (attempt {Attempt}); looking again")]
    private partial void LogCollision(int attempt);
}
