using BorderWatch.Store;
using BorderWatch.Store.Opinions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>What a call took, as far as is known.</summary>
/// <param name="Tokens">Null where the endpoint did not say: then the most that it can have been stays charged.</param>
/// <param name="Cost">Likewise.</param>
internal sealed record OpinionCharge(long? Tokens, decimal? Cost)
{
    /// <summary>Nothing was read by the model.</summary>
    public static OpinionCharge None { get; } = new(0, 0);

    /// <summary>Not known.</summary>
    public static OpinionCharge Unknown { get; } = new(null, null);
}

/// <summary>Writes down what came of asking: an answer's claims, or when it is tried again and how long the endpoint is left alone.</summary>
internal sealed class OpinionEnding(IDbContextFactory<BorderWatchDbContext> contexts, IOptions<SecondOpinionOptions> options, TimeProvider time)
{
    private const int MostAttempts = 5;

    // Each costs tokens, and the model has read the same.
    private const int MostAnswers = 2;

    private const int FailuresBeforeRest = 3;

    private static readonly TimeSpan s_firstRetry = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_firstRest = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan s_longestRest = TimeSpan.FromHours(6);

    private static readonly TimeSpan s_longestAsked = TimeSpan.FromDays(1);

    /// <summary>Keeps an answer. Where another process has the opinion by now, its tokens alone are written down.</summary>
    public async Task AnswerAsync(LeasedOpinion leased, CheckedAnswer answer, bool isShortened, OpinionCharge charge, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await CloseAsync(db, leased, charge, true, $"answered: {answer.Kept.Count} values kept, {answer.Dropped} dropped", null, cancellation);
        if (await HeldAsync(db, leased, cancellation) is { } opinion)
        {
            (opinion.State, opinion.AnsweredAt, opinion.Error, opinion.LeaseId, opinion.LeasedUntil) = (OpinionState.Answered, time.GetUtcNow(), null, null, null);
            (opinion.IsShortened, opinion.Dropped, opinion.DroppedWhy, opinion.Extractor) = (isShortened, answer.Dropped, [.. answer.Why], options.Value.Extractor);
            var claims = answer.Kept.Select(kept => new OpinionClaim
            {
                OpinionId = opinion.Id,
                Ordinal = kept.Incident,
                Field = kept.Claim.Field,
                Value = kept.Claim.Value.ToJson(),
                Quote = kept.Claim.Quote,
                QuoteStart = kept.Claim.Start,
                QuoteEnd = kept.Claim.End,
                InTitle = kept.Claim.InTitle,
            }).ToList();
            await OpinionFitting.FitAsync(db, leased.RevisionId, claims, cancellation);
            db.AddRange(claims);
            await db.SaveChangesAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Keeps a failure, and when it is tried again.</summary>
    public async Task FailAsync(LeasedOpinion leased, OpinionFault fault, OpinionCharge charge, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var asked = fault.RetryAfter is { } wait && wait > TimeSpan.Zero ? Shorter(wait, s_longestAsked) : (TimeSpan?)null;
        var rest = asked ?? await RestAsync(db, leased.CallId, cancellation);
        await CloseAsync(db, leased, charge, false, fault.Message, rest is { } pause ? now + pause : null, cancellation);
        if (await HeldAsync(db, leased, cancellation) is { } opinion)
        {
            var isLast = leased.Attempts >= (fault.Kind == OpinionFaultKind.Answer ? MostAnswers : MostAttempts);
            (opinion.Error, opinion.LeaseId, opinion.LeasedUntil, opinion.State) = (fault.Message, null, null, isLast ? OpinionState.Failed : OpinionState.Waiting);
            opinion.DueAt = now + (asked ?? s_firstRetry * Math.Pow(4, Math.Min(leased.Attempts - 1, 4)));
            await db.SaveChangesAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Gives back what this process cannot finish, because it is to stop.</summary>
    public async Task ReturnAsync(LeasedOpinion leased, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.SecondOpinions.Where(opinion => opinion.Id == leased.Id && opinion.LeaseId == leased.LeaseId)
            .ExecuteUpdateAsync(opinion => opinion.SetProperty(x => x.LeaseId, (Guid?)null).SetProperty(x => x.LeasedUntil, (DateTimeOffset?)null).SetProperty(x => x.Attempts, x => x.Attempts - 1), cancellation);
    }

    // An endpoint that fails again and again is left alone, longer each time; one call then finds out whether it is back.
    private async Task<TimeSpan?> RestAsync(BorderWatchDbContext db, Guid call, CancellationToken cancellation)
    {
        var earlier = await db.OpinionCalls.Where(c => c.EndedAt != null && c.Id != call).OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => c.Succeeded).Take(20).ToListAsync(cancellation);
        var failures = 1 + earlier.TakeWhile(succeeded => !succeeded).Count();
        return failures < FailuresBeforeRest ? null : Shorter(s_firstRest * Math.Pow(2, failures - FailuresBeforeRest), s_longestRest);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private async Task CloseAsync(BorderWatchDbContext db, LeasedOpinion leased, OpinionCharge charge, bool succeeded, string outcome, DateTimeOffset? restUntil, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.OpinionCalls.Where(call => call.Id == leased.CallId).ExecuteUpdateAsync(call => call
            .SetProperty(x => x.EndedAt, now).SetProperty(x => x.Succeeded, succeeded).SetProperty(x => x.Outcome, outcome).SetProperty(x => x.RestUntil, restUntil)
            .SetProperty(x => x.Tokens, x => charge.Tokens ?? x.Tokens).SetProperty(x => x.Cost, x => charge.Cost ?? x.Cost), cancellation);
    }

    private static Task<SecondOpinion?> HeldAsync(BorderWatchDbContext db, LeasedOpinion leased, CancellationToken cancellation) =>
        db.SecondOpinions.FromSql($"SELECT * FROM second_opinions WHERE id = {leased.Id} AND lease_id = {leased.LeaseId} AND state = 'Waiting' FOR UPDATE").SingleOrDefaultAsync(cancellation);
}
