using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <inheritdoc cref="IRulingCommands"/>
internal sealed class RulingCommands(EditRunner runner) : IRulingCommands
{
    private const string Gone = "There is no such incident any more. Reload the page.";

    public Task<CommandResult<CorrectionOutcome>> CorrectAsync(Correction correction, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<CorrectionOutcome>(by, false, async (session, stop) =>
        {
            if (CorrectionCheck.Of(correction, DateOnly.FromDateTime(session.Now.UtcDateTime)) is { } fault) return new(null, fault);
            if (await session.LockAsync([correction.IncidentId], stop) is not [{ MergedIntoId: null }]) return new(null, Gone);
            if (await CorrectionCheck.OfQuoteAsync(session.Db, correction, stop) is { } misquoted) return new(null, misquoted);

            var standing = await StandingAsync(session.Db, correction.IncidentId, correction.Field, stop);
            if (standing?.Id != correction.Seen) return new(new CorrectionOutcome(null, standing is null ? null : RulingView.Of(standing)), standing is null ? $"The ruling on {FieldWords.Of(correction.Field)} has been withdrawn since. Look again, and correct it if it needs to be." : null);
            var edited = await RuleAsync(session, correction.IncidentId, correction.Field, RuledValues.ToJson(correction.Values), correction.Quote, standing?.Id, correction.Reason, $"corrected {FieldWords.Of(correction.Field)}", stop);
            return new(edited.Value is { } done ? new CorrectionOutcome(done, null) : null, edited.Error);
        }, cancellation);

    public Task<CommandResult<Edited>> WithdrawAsync(Guid ruling, string? reason, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, false, async (session, stop) =>
        {
            if (await FindAsync(session, ruling, stop) is not { } known) return new(null, "There is no such ruling.");
            if (await session.TakeAsync(new EditStep.Ruled(known.IncidentId, known.Field, ruling, null), stop) is { } refusal) return new(null, refusal);
            var action = $"withdrew the ruling on {FieldWords.Of(known.Field)}";
            return new(await session.FinishAsync(action, _ => action, reason, null, stop), null);
        }, cancellation);

    public Task<CommandResult<Edited>> RuleAgainAsync(Guid ruling, string? reason, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, false, async (session, stop) =>
        {
            if (await FindAsync(session, ruling, stop) is not { } known) return new(null, "There is no such ruling.");
            if (session[known.IncidentId].MergedIntoId is not null) return new(null, Gone);
            var standing = await StandingAsync(session.Db, known.IncidentId, known.Field, stop);
            var quote = known.Quote is null ? null : new RulingQuote(known.ArticleRevisionId!.Value, known.QuoteStart!.Value, known.QuoteEnd!.Value, known.Quote, known.InTitle);
            var action = $"{(standing?.Id == ruling ? "kept the ruling on" : "restored an earlier ruling on")} {FieldWords.Of(known.Field)}";
            return await RuleAsync(session, known.IncidentId, known.Field, known.Values, quote, standing?.Id, reason ?? known.Reason, action, stop);
        }, cancellation);

    private static async Task<CommandResult<Edited>> RuleAsync(
        EditSession session, Guid incident, ClaimField field, string values, RulingQuote? quote, Guid? standing, string? reason, string action, CancellationToken cancellation)
    {
        reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        var ruling = new Ruling
        {
            IncidentId = incident,
            Field = field,
            Values = values,
            Known = await KnownAsync(session.Db, incident, field, cancellation),
            Quote = quote?.Words,
            ArticleRevisionId = quote?.ArticleRevisionId,
            QuoteStart = quote?.Start,
            QuoteEnd = quote?.End,
            InTitle = quote?.InTitle ?? false,
            Reason = reason,
            By = session.By.Name,
            ById = session.By.Id,
            At = session.Now,
            SupersededAt = session.Now, // It stands once the step is taken.
        };
        session.Db.Rulings.Add(ruling);
        if (await session.TakeAsync(new EditStep.Ruled(incident, field, standing, ruling.Id), cancellation) is { } refusal) return new(null, refusal);
        return new(await session.FinishAsync(action, _ => action, reason, null, cancellation), null);
    }

    private static async Task<Ruling?> FindAsync(EditSession session, Guid id, CancellationToken cancellation)
    {
        var ruling = await session.Db.Rulings.FirstOrDefaultAsync(r => r.Id == id, cancellation);
        if (ruling is not null) await session.LockAsync([ruling.IncidentId], cancellation);
        return ruling;
    }

    private static Task<Ruling?> StandingAsync(BorderWatchDbContext db, Guid incident, ClaimField field, CancellationToken cancellation) =>
        db.Rulings.FirstOrDefaultAsync(r => r.IncidentId == incident && r.Field == field && r.SupersededAt == null, cancellation);

    // What every report has said of it so far, those that newer revisions superseded as well.
    private static async Task<string> KnownAsync(BorderWatchDbContext db, Guid incident, ClaimField field, CancellationToken cancellation)
    {
        var said = await db.Claims.Where(c => c.Field == field && db.Reports.Any(r => r.Id == c.ReportId && r.IncidentId == incident)).Select(c => c.Value).ToListAsync(cancellation);
        return RuledValues.ToJson(said.Select(ClaimValue.Parse).Distinct());
    }
}
