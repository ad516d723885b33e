using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BorderWatch.Store.Backfills;

internal sealed class BackfillCommands(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IBackfillCommands
{
    private const int MostYears = 10;

    private const string Gone = "There is no such backfill any more: reload the page.";

    public async Task<CommandResult<Guid>> StartAsync(Guid sourceId, DateOnly from, DateOnly to, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new(default, refusal);
        if (to < from) return new(default, "The period ends before it begins: change the days.");
        var now = clock.GetUtcNow();
        if (to > DateOnly.FromDateTime(now.UtcDateTime)) return new(default, "The period ends in the future: choose a last day that is past.");
        if (from.AddYears(MostYears) < to) return new(default, $"The period is longer than {MostYears} years: ask for a part of it.");
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Id == sourceId, cancellation) is not { } source) return new(default, "There is no such source any more: reload the page.");
        if (source.IsDemo || !Uri.TryCreate(source.FeedUrl, UriKind.Absolute, out var feed) || feed.Scheme is not ("http" or "https"))
            return new(default, $"\"{source.Name}\" has no feed on the web, so its past cannot be asked for; a folder or a web archive can be taken in with \"borderwatch import\".");
        var backfill = new Backfill
        {
            SourceId = sourceId,
            Kind = BackfillKind.SiteMaps,
            Location = feed.GetLeftPart(UriPartial.Authority),
            From = from,
            To = to,
            By = by.Name,
            StartedAt = now,
        };
        db.Backfills.Add(backfill);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (exception.IsTaken())
        {
            return new(default, "Another backfill of this source is not finished: wait, or end it first.");
        }
        return new(backfill.Id, null);
    }

    public Task<CommandResult<Guid>> PauseAsync(Guid id, Caller by, CancellationToken cancellation) =>
        ChangeAsync(id, by, BackfillState.Paused, b => b.State == BackfillState.Running ? null : "It is not running.", cancellation);

    public Task<CommandResult<Guid>> ResumeAsync(Guid id, Caller by, CancellationToken cancellation) =>
        ChangeAsync(id, by, BackfillState.Running, b => b.State is BackfillState.Paused or BackfillState.Failed ? null : "It is neither paused nor failed.", cancellation);

    public Task<CommandResult<Guid>> EndAsync(Guid id, Caller by, CancellationToken cancellation) =>
        ChangeAsync(id, by, BackfillState.Finished, b => b.FinishedAt is null ? null : "It has come to its end already.", cancellation);

    public async Task<CommandResult<Guid>> RetryAsync(Guid id, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var again = await db.BackfillItems.Where(i => i.BackfillId == id && i.Outcome == BackfillOutcome.Failed)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.Outcome, BackfillOutcome.Waiting).SetProperty(x => x.Note, (string?)null), cancellation);
        if (again == 0) return new(default, "None of its pages failed: there is nothing to try again.");
        try
        {
            await db.Backfills.Where(b => b.Id == id).ExecuteUpdateAsync(b => b.SetProperty(x => x.State, BackfillState.Running).SetProperty(x => x.FinishedAt, (DateTimeOffset?)null).SetProperty(x => x.Note, (string?)null), cancellation);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new(default, "Another backfill of this source is not finished: wait, or end it first.");
        }
        await transaction.CommitAsync(cancellation);
        return new(id, null);
    }

    private async Task<CommandResult<Guid>> ChangeAsync(Guid id, Caller by, BackfillState to, Func<Backfill, string?> refuse, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Backfills.FromSql($"SELECT * FROM backfills WHERE id = {id} FOR UPDATE").SingleOrDefaultAsync(cancellation) is not { } backfill) return new(default, Gone);
        if (refuse(backfill) is { } error) return new(default, error);
        backfill.State = to;
        backfill.FinishedAt = to == BackfillState.Finished ? clock.GetUtcNow() : null;
        if (to == BackfillState.Running) backfill.Note = null;
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(id, null);
    }
}
