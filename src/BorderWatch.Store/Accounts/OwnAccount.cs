using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="IOwnAccount"/>
internal sealed class OwnAccount(IServiceScopeFactory scopes, PasswordCheck passwords, IOptions<AccountOptions> options, NewSessions sessions, TimeProvider clock) : IOwnAccount
{
    private const int NewestSignIns = 20;
    private const int RecoveryCodes = 10;

    public async Task<OwnAccountView?> FindAsync(Caller by, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        if (by.Id is not { } id || await work.FindAsync(id, cancellation) is not { } account) return null;
        var now = clock.GetUtcNow();
        var (begun, seen) = (now - options.Value.SessionLifetime, now - options.Value.SessionIdle);
        return new OwnAccountView(
            account.Name, account.Email!, account.Role, account.TwoFactorEnabled,
            await work.Db.AccountSessions.AsNoTracking().Where(s => s.AccountId == id && s.Stamp == account.SecurityStamp && s.CreatedAt > begun && s.SeenAt > seen).OrderByDescending(s => s.SeenAt).ToListAsync(cancellation),
            await work.Db.SignIns.AsNoTracking().Where(record => record.AccountId == id).OrderByDescending(record => record.Id).Take(NewestSignIns).ToListAsync(cancellation))
        {
            Logins = await work.Db.AccountLogins.AsNoTracking().Where(login => login.AccountId == id).OrderBy(login => login.Id).ToListAsync(cancellation),
            HasPassword = account.PasswordHash is not null,
        };
    }

    public Task<CommandResult<bool>> ChangePasswordAsync(string current, string password, Guid session, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(by, async (work, account) =>
    {
        if (await passwords.WrongAsync(work, account, current, cancellation) is { } wrong) return new(default, wrong);
        if (PasswordRule.Problem(password, account.Name, account.Email!) is { } problem) return new(default, problem);
        if (password == current) return new(default, "That is the password you have; choose another.");
        account.PasswordHash = work.Users.PasswordHasher.HashPassword(account, password);
        await NewStampAsync(work, account, session, "changed the password", cancellation);
        return new(true, null);
    }, cancellation);

    public Task<CommandResult<string>> AuthenticatorKeyAsync(Caller by, CancellationToken cancellation) => ChangeAsync<string>(by, async (work, account) =>
    {
        if (account.TwoFactorEnabled) return new(null, "Codes are asked for already. Switch that off first to set up another app.");
        if (await work.Users.GetAuthenticatorKeyAsync(account) is { Length: > 0 } key) return new(key, null);
        // Not Identity's own reset: it would change the stamp and end this very session.
        await work.Users.SetAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey", work.Users.GenerateNewAuthenticatorKey());
        return new((await work.Users.GetAuthenticatorKeyAsync(account))!, null);
    }, cancellation);

    public Task<CommandResult<IReadOnlyList<string>>> UseAuthenticatorAsync(string code, Guid session, Caller by, CancellationToken cancellation) => ChangeAsync<IReadOnlyList<string>>(by, async (work, account) =>
    {
        if (account.TwoFactorEnabled) return new(null, "Codes are asked for already.");
        code = new string([.. code.Where(char.IsAsciiDigit).Take(10)]);
        if (!await Authenticator.TakeAsync(work, account, code, clock.GetUtcNow(), cancellation)) return new(null, "That code did not fit. Check that the clock of the phone is right, and type the code that the app shows now.");
        account.TwoFactorEnabled = true;
        await NewStampAsync(work, account, session, "switched the second factor on", cancellation);
        return new([.. (await work.Users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes))!], null);
    }, cancellation);

    public Task<CommandResult<bool>> ForgetAuthenticatorAsync(string password, Guid session, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(by, async (work, account) =>
    {
        if (await passwords.WrongAsync(work, account, password, cancellation) is { } wrong) return new(default, wrong);
        account.TwoFactorEnabled = false;
        await NewStampAsync(work, account, session, "switched the second factor off", cancellation);
        await work.Db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == account.Id).ExecuteDeleteAsync(cancellation);
        return new(true, null);
    }, cancellation);

    public Task<CommandResult<bool>> UnlinkAsync(Guid login, Guid session, Caller by, Origin from, CancellationToken cancellation) => ChangeAsync<bool>(by, async (work, account) =>
    {
        var logins = await work.Db.AccountLogins.Where(l => l.AccountId == account.Id).ToListAsync(cancellation);
        if (logins.Find(l => l.Id == login) is not { } found) return new(default, "That link is not there any more; reload the page.");
        if (logins.Count == 1 && account.PasswordHash is null && (await work.Users.GetPasskeysAsync(account)).Count == 0)
            return new(default, "It is the only way into your account. Add a passkey first, or ask an administrator for a link to choose a password.");
        work.Db.Remove(found);
        work.Db.Add(sessions.Outcome(account.Id, SignInOutcome.ExternalUnlinked, from));
        await NewStampAsync(work, account, session, $"unlinked from the sign-in of {found.Issuer}", cancellation);
        return new(true, null);
    }, cancellation);

    public Task<CommandResult<bool>> EndSessionAsync(Guid session, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(by, async (work, account) =>
        new(await work.Db.AccountSessions.Where(s => s.Id == session && s.AccountId == account.Id).ExecuteDeleteAsync(cancellation) == 1, null), cancellation);

    private Task<CommandResult<T>> ChangeAsync<T>(Caller by, Func<AccountWork, Account, Task<CommandResult<T>>> change, CancellationToken cancellation) =>
        AccountWork.ChangeOwnAsync(scopes, by, change, cancellation);

    private async Task NewStampAsync(AccountWork work, Account account, Guid session, string action, CancellationToken cancellation)
    {
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        work.Record(account.Id, clock.GetUtcNow(), account.Name, action);
        await work.Db.AccountSessions.Where(s => s.AccountId == account.Id && s.Id != session).ExecuteDeleteAsync(cancellation);
        await work.Db.AccountSessions.Where(s => s.Id == session && s.AccountId == account.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stamp, account.SecurityStamp), cancellation);
    }
}
