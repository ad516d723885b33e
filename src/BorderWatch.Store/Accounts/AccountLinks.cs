using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="IAccountLinks"/>
internal sealed class AccountLinks(IServiceScopeFactory scopes, TimeProvider clock) : IAccountLinks
{
    private static readonly CommandResult<Guid> s_useless = new(default, "This link works no more: it was used, replaced or withdrawn, or is too old. Ask an administrator for a new one.");

    public async Task<string?> FirstAdministratorAsync(CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        await using var transaction = await work.BeginAloneAsync(cancellation);
        await work.Db.AccountLinks.Where(link => link.Purpose == LinkPurpose.FirstAdministrator).ExecuteDeleteAsync(cancellation);
        var secret = await work.Db.Accounts.AnyAsync(cancellation) ? null : AccountSecret.New();
        if (secret is not null)
        {
            work.Db.Add(new AccountLink { Purpose = LinkPurpose.FirstAdministrator, SecretHash = AccountSecret.Hash(secret), Role = Role.Administrator, CreatedBy = Caller.Program.Name, CreatedAt = clock.GetUtcNow() });
            await work.Db.SaveChangesAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
        return secret;
    }

    public async Task<LinkView?> FindAsync(string secret, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        if (await StandingAsync(work, secret, cancellation) is not { } link) return null;
        if (link.AccountId is not { } id) return new LinkView(link.Purpose, link.Name, link.Email, link.Role);
        return await work.FindAsync(id, cancellation) is { } account ? new LinkView(link.Purpose, account.Name, account.Email, account.Role) : null;
    }

    public async Task<CommandResult<Guid>> UseAsync(string secret, string? name, string? email, string password, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        await using var transaction = await work.BeginAloneAsync(cancellation);
        if (await StandingAsync(work, secret, cancellation) is not { } link) return s_useless;
        var result = link.Purpose switch
        {
            LinkPurpose.PasswordReset => await ResetAsync(work, link.AccountId!.Value, password, cancellation),
            LinkPurpose.Invitation => await CreateAsync(work, link, link.Name!, link.Email!, password, cancellation),
            _ => await CreateAsync(work, link, name?.Trim() ?? "", email?.Trim() ?? "", password, cancellation),
        };
        // Nothing of a refused attempt stays: the transaction is rolled back, and the link works still.
        if (!result.Succeeded) return result;
        await work.Db.AccountLinks.Where(used => used.Id == link.Id).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private Task<AccountLink?> StandingAsync(AccountWork work, string secret, CancellationToken cancellation)
    {
        var (hash, now) = (AccountSecret.Hash(secret), clock.GetUtcNow());
        return work.Db.AccountLinks.AsNoTracking().SingleOrDefaultAsync(link => link.SecretHash == hash && (link.ExpiresAt == null || link.ExpiresAt > now), cancellation);
    }

    private async Task<CommandResult<Guid>> CreateAsync(AccountWork work, AccountLink link, string name, string email, string password, CancellationToken cancellation)
    {
        if (link.Purpose is LinkPurpose.FirstAdministrator && await work.Db.Accounts.AnyAsync(cancellation)) return s_useless;
        var error = AccountWords.OfName(name) ?? AccountWords.OfEmail(email) ?? await work.TakenAsync(name, email, cancellation);
        if (error is not null) return new(default, error);
        var now = clock.GetUtcNow();
        var account = new Account { Name = name, UserName = email, Email = email, Role = link.Role, CreatedAt = now };
        var created = await work.Users.CreateAsync(account, password);
        if (!created.Succeeded) return new(default, created.Errors.First().Description);
        work.Record(account.Id, now, name, link.Purpose is LinkPurpose.FirstAdministrator ? "made the first administrator" : $"accepted the invitation of {link.CreatedBy}", new { role = new { from = (string?)null, to = link.Role.ToString() } });
        await work.Db.SaveChangesAsync(cancellation);
        return new(account.Id, null);
    }

    private async Task<CommandResult<Guid>> ResetAsync(AccountWork work, Guid id, string password, CancellationToken cancellation)
    {
        if (await work.FindAsync(id, cancellation) is not { } account) return s_useless;
        if (PasswordRule.Problem(password, account.Name, account.Email!) is { } problem) return new(default, problem);
        account.PasswordHash = work.Users.PasswordHasher.HashPassword(account, password);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        work.Record(id, clock.GetUtcNow(), account.Name, "chose a new password by a link");
        await work.Users.UpdateSecurityStampAsync(account);
        await work.Db.AccountSessions.Where(session => session.AccountId == id).ExecuteDeleteAsync(cancellation);
        await work.Db.AccountLinks.Where(link => link.AccountId == id).ExecuteDeleteAsync(cancellation);
        return new(id, null);
    }
}
