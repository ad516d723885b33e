using BorderWatch.Ingestion.Articles;
using BorderWatch.Store;
using BorderWatch.Store.Backfills;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Backfilling;

/// <summary>Takes one article of the past in, and writes down what came of it.</summary>
internal sealed partial class BackfillTaking(IDbContextFactory<BorderWatchDbContext> contexts, ArticleIntake intake, ILogger<BackfillTaking> log)
{
    // Less than this is a list of headlines or a notice.
    private const int ShortestText = 200;

    private const string Undated = "It does not say when it was published, and its days cannot be told without that: paste it with its date if you need it.";

    /// <summary>Reads the item and takes it in where it belongs to the period. A fault costs this item alone.</summary>
    /// <returns>What taking it in did; null where it was not.</returns>
    public async Task<TakenArticle?> TakeAsync(Backfill backfill, BackfillItem item, Func<Task<(IncomingArticle Article, string? Error)>> read, CancellationToken cancellation)
    {
        TakenArticle? taken = null;
        try
        {
            var (article, error) = await read();
            if ((error ?? Fault(article)) is { } reason) (item.Outcome, item.Note) = (BackfillOutcome.Failed, reason);
            else if (IsOutside(backfill, article)) (item.Outcome, item.Note) = (BackfillOutcome.Outside, null);
            else
            {
                taken = await intake.TakeAsync(article, cancellation);
                (item.Outcome, item.Note, item.ArticleId) = (taken.IsNew ? BackfillOutcome.Taken : BackfillOutcome.Known, null, taken.ArticleId);
            }
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            LogFailed(fault, item.Address);
            (item.Outcome, item.Note) = (BackfillOutcome.Failed, "The program failed on this article; the log says why.");
        }
        await RecordAsync(item, cancellation);
        return taken;
    }

    /// <summary>Writes down what came of an item that needed no reading.</summary>
    public async Task RecordAsync(BackfillItem item, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var written = await db.BackfillItems.Where(i => i.BackfillId == item.BackfillId && i.Address == item.Address).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.Outcome, item.Outcome).SetProperty(x => x.Note, item.Note).SetProperty(x => x.ArticleId, item.ArticleId), cancellation);
        if (written > 0) return;
        db.BackfillItems.Add(item);
        await db.SaveChangesAsync(cancellation);
    }

    private static string? Fault(IncomingArticle article) =>
        article.Entries.Count > 0 ? null : article.Text.Length < ShortestText ? "It holds no article that could be read." : article.PublishedAt is null ? Undated : null;

    private static bool IsOutside(Backfill backfill, IncomingArticle article) =>
        DateOnly.FromDateTime((article.PublishedAt ?? article.Entries[0].PublishedAt!).Value.UtcDateTime) is var day && (day < (backfill.From ?? DateOnly.MinValue) || day > (backfill.To ?? DateOnly.MaxValue));

    [LoggerMessage(Level = LogLevel.Error, Message = "{Address} could not be taken in from the past")]
    private partial void LogFailed(Exception fault, string address);
}
