using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Backfills;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace BorderWatch.Ingestion.Backfilling;

/// <summary>Takes the past of a source in by its site maps: lists the pages once, then fetches them one after another, the oldest first.</summary>
internal sealed partial class SiteMapBackfill(
    IDbContextFactory<BorderWatchDbContext> contexts, SiteMapWalk walk, ItemReading reading, BackfillTaking taking, TimeProvider time, ILogger<SiteMapBackfill> log) : IBackfillWork
{
    private const int Batch = 50;

    /// <summary>Works on every backfill that is running and that no other process has in hand, until each is done, paused or ended.</summary>
    public async Task RunAllAsync(CancellationToken cancellation)
    {
        List<Guid> running;
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
            running = await db.Backfills.Where(b => b.Kind == BackfillKind.SiteMaps && b.State == BackfillState.Running).OrderBy(b => b.Id).Select(b => b.Id).ToListAsync(cancellation);
        await Parallel.ForEachAsync(running, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, async (id, stop) => await RunAsync(id, stop));
    }

    /// <inheritdoc />
    public async Task RunAsync(Guid id, CancellationToken cancellation)
    {
        await using var held = await WorkLock.TryTakeAsync(contexts, id, cancellation);
        if (held is null || await FindAsync(id, cancellation) is not { Backfill: var backfill, Source: var source }) return;
        try
        {
            if (backfill.ListedAt is null && !await ListAsync(backfill, cancellation)) return;
            while (await NextAsync(id, cancellation) is { Count: > 0 } items)
            {
                foreach (var item in items)
                {
                    if (!await IsRunningAsync(id, cancellation)) return;
                    await TakeAsync(backfill, source, item, cancellation);
                }
            }
            await EndAsync(id, BackfillState.Finished, null, cancellation);
        }
        // One backfill's fault must not stop the others, and is told where it is looked for.
        catch (Exception fault) when (fault is not (OperationCanceledException or OutOfMemoryException))
        {
            LogFailed(fault, source.Name);
            await EndAsync(id, BackfillState.Failed, "The program failed; the log says why. Resume to try again.", cancellation);
        }
    }

    private async Task<bool> ListAsync(Backfill backfill, CancellationToken cancellation)
    {
        var (pages, note) = await walk.ListAsync(backfill.Location, backfill.From!.Value, backfill.To!.Value, cancellation);
        if (pages.Count == 0 && note is not null)
        {
            await EndAsync(backfill.Id, BackfillState.Failed, note, cancellation);
            return false;
        }
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        db.BackfillItems.AddRange(pages.Select(page => new BackfillItem { BackfillId = backfill.Id, Address = page.Address, DatedAt = (page.PublishedAt ?? page.ModifiedAt)?.ToUniversalTime() }));
        await db.SaveChangesAsync(cancellation);
        await db.Backfills.Where(b => b.Id == backfill.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.ListedAt, time.GetUtcNow()).SetProperty(x => x.Note, note), cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task TakeAsync(Backfill backfill, Source source, BackfillItem item, CancellationToken cancellation)
    {
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            var known = await ArticleSearch.ByKeyAsync(db, source.Id, null, item.Address, cancellation);
            if (known is not null && known.SourceId == source.Id && known.Outcome != ArticleOutcome.Unreadable)
            {
                (item.Outcome, item.ArticleId) = (BackfillOutcome.Known, known.Id);
                await taking.RecordAsync(item, cancellation);
                return;
            }
        }
        var asked = new IncomingArticle(source.Id, source.Name, source.CountryCode, item.Address, null, null, "", "", null, backfill.By);
        await taking.TakeAsync(backfill, item, () => reading.FromPageAsync(asked, cancellation), cancellation);
    }

    private async Task<List<BackfillItem>> NextAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.BackfillItems.AsNoTracking().Where(i => i.BackfillId == id && i.Outcome == BackfillOutcome.Waiting).OrderBy(i => i.DatedAt).ThenBy(i => i.Id).Take(Batch).ToListAsync(cancellation);
    }

    private async Task<(Backfill Backfill, Source Source)?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var found = await db.Backfills.AsNoTracking().Where(b => b.Id == id && b.State == BackfillState.Running).Join(db.Sources.AsNoTracking(), b => b.SourceId, s => s.Id, (b, s) => new { b, s }).FirstOrDefaultAsync(cancellation);
        return found is null ? null : (found.b, found.s);
    }

    private async Task<bool> IsRunningAsync(Guid id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Backfills.AnyAsync(b => b.Id == id && b.State == BackfillState.Running, cancellation);
    }

    private async Task EndAsync(Guid id, BackfillState state, string? note, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        // Only where nobody has paused or ended it meanwhile.
        await db.Backfills.Where(b => b.Id == id && b.State == BackfillState.Running).ExecuteUpdateAsync(
            b => b.SetProperty(x => x.State, state).SetProperty(x => x.Note, x => note ?? x.Note).SetProperty(x => x.FinishedAt, state == BackfillState.Finished ? time.GetUtcNow() : null), cancellation);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Taking in the past of {Source} failed")]
    private partial void LogFailed(Exception fault, string source);
}
