using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BorderWatch.Store.Accounts;

/// <summary>Asks for somebody's password again before what an open browser must not be enough for.</summary>
internal sealed class PasswordCheck(IServiceScopeFactory scopes, IOptions<AccountOptions> options, TimeProvider clock)
{
    /// <summary>A sentence where it is not the account's password, or was tried too often; null where it is.</summary>
    public async Task<string?> WrongAsync(AccountWork work, Account account, string password, CancellationToken cancellation)
    {
        // Counted apart from the change, which is rolled back: at an unattended browser nobody may try for long.
        await using var counting = AccountWork.Open(scopes);
        if (!await Attempts.CountAsync(counting.Db, account.Id, options.Value, clock.GetUtcNow(), cancellation)) return "Too many wrong passwords: wait a while, or ask an administrator.";
        if (password.Length > PasswordRule.Longest || !await work.Users.CheckPasswordAsync(account, password)) return "That is not the password of this account.";
        await Attempts.ForgetAsync(counting.Db, account.Id, cancellation);
        return null;
    }
}
