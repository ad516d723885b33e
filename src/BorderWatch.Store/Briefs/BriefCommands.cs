using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Briefs;

internal sealed class BriefCommands(IDbContextFactory<BorderWatchDbContext> contexts, BriefFigures figures, TimeProvider clock) : IBriefCommands
{
    internal const string NoBrief = "There is no such brief any more.";

    public async Task<CommandResult<Guid>> ComposeAsync(Guid regionId, DateOnly from, DateOnly to, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(default, refusal);
        if (from > to) return new(default, "The first day lies after the last; turn them round.");
        if (await figures.CountAsync(regionId, from, to, cancellation) is not { } content) return new(default, "There is no such region any more.");
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var brief = new Brief
        {
            RegionId = regionId,
            From = from,
            To = to,
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = by.Name,
        };
        BriefWriting.Begin(db, brief, content, "made");
        await db.SaveChangesAsync(cancellation);
        return new(brief.Id, null);
    }

    public async Task<CommandResult<int>> SaveAsync(Guid briefId, int basedOn, BriefText text, bool recount, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(default, refusal);
        text = text.Clean();
        if (text.Error() is { } error) return new(default, error);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (brief, newest) = await FindAsync(db, briefId, cancellation);
        if (brief is null || newest is null) return new(default, NoBrief);
        if (newest.Number != basedOn) return new(default, Overtaken(newest));
        var content = newest.Content;
        if (recount)
        {
            if (brief.RegionId is not { } region || await figures.CountAsync(region, brief.From, brief.To, cancellation) is not { } counted)
                return new(default, "The region has been deleted, so its figures cannot be counted anew. Save without counting.");
            content = counted.ToJson();
        }
        var saved = BriefWriting.Version(briefId, newest.Number + 1, text, content, clock.GetUtcNow(), by.Name);
        db.Add(saved);
        brief.Status = BriefStatus.Draft;
        Record(db, briefId, by, recount ? "saved, figures counted anew" : "saved", new { version = new { from = newest.Number, to = saved.Number } });
        return await CommitAsync(db, newest, cancellation) is { } overtaken ? new(default, overtaken) : new(saved.Number, null);
    }

    public async Task<CommandResult<bool>> ApproveAsync(Guid briefId, int number, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (brief, newest) = await FindAsync(db, briefId, cancellation);
        if (brief is null || newest is null) return new(default, NoBrief);
        if (newest.Number != number) return new(default, Overtaken(newest));
        if (brief.Status == BriefStatus.Approved) return new(true, null);
        brief.Status = BriefStatus.Approved;
        await BriefMailQueue.QueueScheduledAsync(db, brief, number, clock.GetUtcNow(), cancellation);
        Record(db, briefId, by, "approved", new { status = new { from = "draft", to = "approved" }, version = new { from = number, to = number } });
        return await CommitAsync(db, newest, cancellation) is { } overtaken ? new(default, overtaken) : new(true, null);
    }

    private static async Task<(Brief? Brief, BriefVersion? Newest)> FindAsync(BorderWatchDbContext db, Guid id, CancellationToken cancellation)
    {
        var brief = await db.Set<Brief>().SingleOrDefaultAsync(b => b.Id == id, cancellation);
        var newest = await db.Set<BriefVersion>().AsNoTracking().Where(version => version.BriefId == id).OrderByDescending(version => version.Number).FirstOrDefaultAsync(cancellation);
        return (brief, newest);
    }

    // Null where it is saved; a sentence where somebody else was quicker.
    private static async Task<string?> CommitAsync(BorderWatchDbContext db, BriefVersion known, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        catch (DbUpdateException overtaken) when (overtaken is DbUpdateConcurrencyException || overtaken.IsTaken())
        {
            db.ChangeTracker.Clear();
            var (_, newest) = await FindAsync(db, known.BriefId, cancellation);
            return newest is null ? NoBrief : Overtaken(newest);
        }
    }

    private static string Overtaken(BriefVersion newest) =>
        $"{newest.SavedBy} has saved version {newest.Number} meanwhile. Copy what you wrote, open that version, and put it in there; nothing was changed.";

    private void Record(BorderWatchDbContext db, Guid brief, Caller by, string action, object changes) => BriefWriting.Record(db, brief, clock.GetUtcNow(), by.Name, action, changes);
}
