using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="IAccountCommands"/>
internal sealed class AccountCommands(IServiceScopeFactory scopes, IOptions<AccountOptions> options, TimeProvider clock) : IAccountCommands
{
    private const string Gone = "There is no such account any more; reload the page.";
    private const string LastOne = "This is the only administrator who can sign in. Make somebody else administrator first.";

    public Task<CommandResult<string>> InviteAsync(string name, string email, Role role, Caller by, CancellationToken cancellation) => DoAsync<string>(by, async work =>
    {
        (name, email) = (name.Trim(), email.Trim());
        var error = AccountWords.OfName(name) ?? AccountWords.OfEmail(email) ?? (Enum.IsDefined(role) ? null : "Choose a role.") ?? await work.TakenAsync(name, email, cancellation);
        if (error is not null) return new(null, error);
        var now = clock.GetUtcNow();
        // Whoever invites the same person anew means the new link.
        await work.Db.AccountLinks.Where(link => link.Purpose == LinkPurpose.Invitation && (link.ExpiresAt < now || link.Email!.ToLower() == email.ToLower())).ExecuteDeleteAsync(cancellation);
        var (secret, invitation) = Add(work, LinkPurpose.Invitation, by, null, name, email, role);
        work.Record(invitation.Id, now, by.Name, $"invited {name}", new { role = new { from = (string?)null, to = role.ToString() } });
        return new(secret, null);
    }, cancellation);

    public Task<CommandResult<bool>> WithdrawAsync(Guid invitation, Caller by, CancellationToken cancellation) => DoAsync<bool>(by, async work =>
    {
        var link = await work.Db.AccountLinks.SingleOrDefaultAsync(l => l.Id == invitation && l.Purpose == LinkPurpose.Invitation, cancellation);
        if (link is null) return new(false, "That invitation was accepted or withdrawn already; reload the page.");
        work.Db.Remove(link);
        work.Record(invitation, clock.GetUtcNow(), by.Name, $"withdrew the invitation of {link.Name}");
        return new(true, null);
    }, cancellation);

    public Task<CommandResult<string>> ResetPasswordAsync(Guid account, Caller by, CancellationToken cancellation) => ChangeAsync<string>(account, by, async (work, found) =>
    {
        await work.Db.AccountLinks.Where(link => link.AccountId == account).ExecuteDeleteAsync(cancellation);
        var (secret, _) = Add(work, LinkPurpose.PasswordReset, by, account, null, null, found.Role);
        work.Record(account, clock.GetUtcNow(), by.Name, "made a link for a new password");
        return new(secret, null);
    }, cancellation);

    public Task<CommandResult<bool>> ForgetAuthenticatorAsync(Guid account, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(account, by, async (work, found) =>
    {
        if (!found.TwoFactorEnabled) return new(true, null);
        await ForgetSecretsAsync(work, found, cancellation);
        work.Record(account, clock.GetUtcNow(), by.Name, "took the second factor off");
        return new(true, null);
    }, cancellation);

    public Task<CommandResult<Role>> SetRoleAsync(Guid account, Role role, Caller by, CancellationToken cancellation) => ChangeAsync<Role>(account, by, async (work, found) =>
    {
        if (!Enum.IsDefined(role)) return new(default, "Choose a role.");
        if (found.Role == role) return new(role, null);
        if (role is not Role.Administrator && await IsLastAsync(work, found, cancellation)) return new(default, LastOne);
        work.Record(account, clock.GetUtcNow(), by.Name, "changed the role", new { role = new { from = found.Role.ToString(), to = role.ToString() } });
        found.Role = role;
        return new(role, null);
    }, cancellation);

    public Task<CommandResult<bool>> SetLockedAsync(Guid account, bool locked, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(account, by, async (work, found) =>
    {
        if (locked && await IsLastAsync(work, found, cancellation)) return new(default, LastOne);
        if (locked == found.LockedAt is not null && found.LockoutEnd is null) return new(locked, null);
        (found.LockedAt, found.LockoutEnd, found.AccessFailedCount) = (locked ? clock.GetUtcNow() : null, null, 0);
        if (locked) await EndSessionsAsync(work, account, cancellation);
        work.Record(account, clock.GetUtcNow(), by.Name, locked ? "locked" : "unlocked");
        return new(locked, null);
    }, cancellation);

    public Task<CommandResult<bool>> RemoveAsync(Guid account, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(account, by, async (work, found) =>
    {
        if (await IsLastAsync(work, found, cancellation)) return new(default, LastOne);
        await ForgetSecretsAsync(work, found, cancellation);
        await work.Db.AccountLinks.Where(link => link.AccountId == account).ExecuteDeleteAsync(cancellation);
        await work.Db.ApiTokens.Where(token => token.AccountId == account).ExecuteDeleteAsync(cancellation);
        await work.Db.AccountLogins.Where(login => login.AccountId == account).ExecuteDeleteAsync(cancellation);
        await work.Db.Set<IdentityUserPasskey<Guid>>().Where(passkey => passkey.UserId == account).ExecuteDeleteAsync(cancellation);
        (found.UserName, found.NormalizedUserName, found.Email, found.NormalizedEmail, found.PasswordHash) = (null, null, null, null, null);
        found.RemovedAt = clock.GetUtcNow();
        work.Record(account, clock.GetUtcNow(), by.Name, "removed");
        return new(true, null);
    }, cancellation);

    /// <summary>Does it alone, in a transaction, where the caller may; keeps nothing of what is refused.</summary>
    private async Task<CommandResult<T>> DoAsync<T>(Caller by, Func<AccountWork, Task<CommandResult<T>>> change, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageAccounts) is { } refusal) return new(default, refusal);
        await using var work = AccountWork.Open(scopes);
        await using var transaction = await work.BeginAloneAsync(cancellation);
        var result = await change(work);
        if (!result.Succeeded) return result;
        await work.Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private Task<CommandResult<T>> ChangeAsync<T>(Guid account, Caller by, Func<AccountWork, Account, Task<CommandResult<T>>> change, CancellationToken cancellation) =>
        DoAsync(by, async work => await work.FindAsync(account, cancellation) is { } found ? await change(work, found) : new CommandResult<T>(default, Gone), cancellation);

    private (string Secret, AccountLink Link) Add(AccountWork work, LinkPurpose purpose, Caller by, Guid? account, string? name, string? email, Role role)
    {
        var (secret, now) = (AccountSecret.New(), clock.GetUtcNow());
        var link = new AccountLink
        {
            Purpose = purpose,
            SecretHash = AccountSecret.Hash(secret),
            AccountId = account,
            Name = name,
            Email = email,
            Role = role,
            CreatedBy = by.Name,
            CreatedAt = now,
            ExpiresAt = now + options.Value.LinkLifetime,
        };
        work.Db.Add(link);
        return (secret, link);
    }

    internal static async Task<bool> IsLastAsync(AccountWork work, Account account, CancellationToken cancellation) =>
        account is { Role: Role.Administrator, LockedAt: null }
        && !await work.Db.Accounts.AnyAsync(a => a.Id != account.Id && a.Role == Role.Administrator && a.LockedAt == null && a.RemovedAt == null, cancellation);

    private static Task EndSessionsAsync(AccountWork work, Guid account, CancellationToken cancellation) =>
        work.Db.AccountSessions.Where(session => session.AccountId == account).ExecuteDeleteAsync(cancellation);

    private static async Task ForgetSecretsAsync(AccountWork work, Account account, CancellationToken cancellation)
    {
        (account.TwoFactorEnabled, account.SecurityStamp, account.LastCodeStep) = (false, Guid.NewGuid().ToString("N"), 0);
        await work.Db.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == account.Id).ExecuteDeleteAsync(cancellation);
        await EndSessionsAsync(work, account.Id, cancellation);
    }
}
