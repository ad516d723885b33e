using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="ISignIn"/>
internal sealed class SignIn(IServiceScopeFactory scopes, IOptions<AccountOptions> options, NewSessions sessions, TimeProvider clock) : ISignIn
{
    private static readonly SignInStep.Refused s_wrong = new(
        "That did not fit: the address or the password is wrong, or the account is locked. After too many attempts it is locked for a while; an administrator can help.");

    private static readonly SignInStep.Refused s_wrongCode = new("That code did not fit, or was used already. Wait for the next one.");

    // Compared with where nobody has the address, so that the answer takes as long.
    private static readonly Lazy<string> s_nobodysHash = new(() => new PasswordHasher<Account>(Options.Create(AccountRegistration.Hashing)).HashPassword(null!, Guid.NewGuid().ToString()));

    public async Task<SignInStep> WithPasswordAsync(string email, string password, Origin from, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        if (password.Length > PasswordRule.Longest) password = "";
        var normalized = work.Users.NormalizeName(email.Trim());
        var account = await work.Db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.NormalizedUserName == normalized && a.RemovedAt == null, cancellation);
        var comparison = work.Users.PasswordHasher.VerifyHashedPassword(account!, account?.PasswordHash ?? s_nobodysHash.Value, password);
        if (account?.PasswordHash is null) return await RefuseAsync(work, null, SignInOutcome.UnknownAddress, from, cancellation);
        if (account.LockedAt is not null) return await RefuseAsync(work, account.Id, SignInOutcome.Locked, from, cancellation);
        if (!await CountAsync(work, account.Id, cancellation)) return await RefuseAsync(work, account.Id, SignInOutcome.TooManyFailures, from, cancellation);
        if (comparison is PasswordVerificationResult.Failed) return await RefuseAsync(work, account.Id, SignInOutcome.WrongPassword, from, cancellation);
        if (!account.TwoFactorEnabled) return await sessions.BeginAsync(work, account, SignInOutcome.SignedIn, from, cancellation);
        await sessions.RecordAsync(work, account.Id, SignInOutcome.CodeAsked, from, cancellation);
        return new SignInStep.CodeNeeded(account.Id, account.SecurityStamp!);
    }

    public async Task<SignInStep> WithCodeAsync(Guid account, string stamp, string code, Origin from, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        var found = await work.FindAsync(account, cancellation);
        if (found is null || found.LockedAt is not null || found.SecurityStamp != stamp) return s_wrong;
        if (!await CountAsync(work, account, cancellation)) return await RefuseAsync(work, account, SignInOutcome.TooManyFailures, from, cancellation);
        code = new string([.. code.Where(c => !char.IsWhiteSpace(c)).Take(40)]);
        if (await Authenticator.TakeAsync(work, found, code, clock.GetUtcNow(), cancellation)) return await sessions.BeginAsync(work, found, SignInOutcome.SignedIn, from, cancellation);
        if (await RedeemAsync(work, found, code, cancellation)) return await sessions.BeginAsync(work, found, SignInOutcome.RecoveryCodeUsed, from, cancellation);
        await sessions.RecordAsync(work, account, SignInOutcome.WrongCode, from, cancellation);
        return s_wrongCode;
    }

    public async Task SignOutAsync(Guid session, Origin from, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        var found = await work.Db.AccountSessions.SingleOrDefaultAsync(s => s.Id == session, cancellation);
        if (found is null) return;
        work.Db.Remove(found);
        work.Db.Add(sessions.Outcome(found.AccountId, SignInOutcome.SignedOut, from));
        await work.Db.SaveChangesAsync(cancellation);
    }

    // Identity saves the whole row, so nobody may change it meanwhile.
    private static async Task<bool> RedeemAsync(AccountWork work, Account account, string code, CancellationToken cancellation)
    {
        await using var transaction = await work.BeginAloneAsync(cancellation);
        await work.Db.Entry(account).ReloadAsync(cancellation);
        if (account is not { LockedAt: null, RemovedAt: null } || !(await work.Users.RedeemTwoFactorRecoveryCodeAsync(account, code)).Succeeded) return false;
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private Task<bool> CountAsync(AccountWork work, Guid account, CancellationToken cancellation) =>
        Attempts.CountAsync(work.Db, account, options.Value, clock.GetUtcNow(), cancellation);

    private async Task<SignInStep> RefuseAsync(AccountWork work, Guid? account, SignInOutcome outcome, Origin from, CancellationToken cancellation)
    {
        await sessions.RecordAsync(work, account, outcome, from, cancellation);
        return s_wrong;
    }
}
