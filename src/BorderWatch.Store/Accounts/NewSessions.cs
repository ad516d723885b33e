using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BorderWatch.Store.Accounts;

/// <summary>Begins sessions and records attempts, by whatever way somebody comes in.</summary>
internal sealed class NewSessions(IOptions<AccountOptions> options, TimeProvider clock)
{
    /// <summary>Why nobody may come in to the account now, whatever they show without a password; null where they may.</summary>
    public SignInOutcome? StandingRefusal(Account account) =>
        account.LockedAt is not null ? SignInOutcome.Locked
        : account.LockoutEnd > clock.GetUtcNow() ? SignInOutcome.TooManyFailures
        : null;

    /// <summary>Signs in.</summary>
    public async Task<SignInStep> BeginAsync(AccountWork work, Account account, SignInOutcome outcome, Origin from, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var session = new AccountSession { AccountId = account.Id, Stamp = account.SecurityStamp!, CreatedAt = now, SeenAt = now, RemoteAddress = from.RemoteAddress, UserAgent = from.UserAgent };
        work.Db.Add(session);
        work.Db.Add(Outcome(account.Id, outcome, from));
        await using var transaction = await work.Db.Database.BeginTransactionAsync(cancellation);
        await work.Db.SaveChangesAsync(cancellation);
        await Attempts.ForgetAsync(work.Db, account.Id, cancellation);
        await work.Db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastSignedInAt, now), cancellation);
        await ForgetOldAsync(work, now, cancellation);
        await transaction.CommitAsync(cancellation);
        return new SignInStep.SignedIn(session.Id);
    }

    /// <summary>Records an attempt.</summary>
    /// <param name="work">The work.</param>
    /// <param name="account">Whose; null where it is nobody's.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="from">From where.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task RecordAsync(AccountWork work, Guid? account, SignInOutcome outcome, Origin from, CancellationToken cancellation)
    {
        work.Db.Add(Outcome(account, outcome, from));
        await work.Db.SaveChangesAsync(cancellation);
    }

    /// <summary>What is recorded of an attempt.</summary>
    public SignInRecord Outcome(Guid? account, SignInOutcome outcome, Origin from) =>
        new() { At = clock.GetUtcNow(), AccountId = account, Outcome = outcome, RemoteAddress = from.RemoteAddress, UserAgent = from.UserAgent };

    private async Task ForgetOldAsync(AccountWork work, DateTimeOffset now, CancellationToken cancellation)
    {
        var (records, begun, seen) = (now - options.Value.AuditKept, now - options.Value.SessionLifetime, now - options.Value.SessionIdle);
        await work.Db.SignIns.Where(record => record.At < records).ExecuteDeleteAsync(cancellation);
        await work.Db.AccountSessions.Where(s => s.CreatedAt < begun || s.SeenAt < seen).ExecuteDeleteAsync(cancellation);
    }
}
