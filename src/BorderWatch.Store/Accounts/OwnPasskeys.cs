using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Accounts;

/// <inheritdoc cref="IOwnPasskeys"/>
internal sealed class OwnPasskeys(IServiceScopeFactory scopes, PasswordCheck passwords, TimeProvider clock) : IOwnPasskeys
{
    private const int LongestName = 60;
    private const int MostPasskeys = 20;
    private const string Gone = "That passkey is not there any more; reload the page.";

    public async Task<IReadOnlyList<PasskeyView>> ListAsync(Caller by, CancellationToken cancellation)
    {
        await using var work = AccountWork.Open(scopes);
        if (by.Id is not { } id || await work.FindAsync(id, cancellation) is not { } account) return [];
        return [.. (await work.Users.GetPasskeysAsync(account)).OrderBy(passkey => passkey.CreatedAt)
            .Select(passkey => new PasskeyView(Convert.ToHexString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt, passkey.IsBackedUp))];
    }

    public Task<CommandResult<OwnAccountName>> MayAddAsync(string password, bool signedInAnew, Caller by, CancellationToken cancellation) => ChangeAsync<OwnAccountName>(by, async (work, account) =>
    {
        if (account.PasswordHash is null && !signedInAnew) return new(null, "Your account has no password: sign in at your organisation once more, by the button above, and add the passkey within five minutes.");
        if (account.PasswordHash is not null && await passwords.WrongAsync(work, account, password, cancellation) is { } wrong) return new(null, wrong);
        return (await work.Users.GetPasskeysAsync(account)).Count >= MostPasskeys ? new(null, $"You have {MostPasskeys} passkeys; remove one first.") : new(new(account.Id, account.Name, account.Email!), null);
    }, cancellation);

    public Task<CommandResult<bool>> AddAsync(UserPasskeyInfo passkey, string name, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(by, async (work, account) =>
    {
        name = name.Trim();
        if (Fault(name) is { } fault) return new(default, fault);
        if (await work.Users.FindByPasskeyIdAsync(passkey.CredentialId) is not null) return new(default, "This passkey is registered already.");
        passkey.Name = name;
        if (!(await work.Users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded) return new(default, "The passkey could not be kept. Try again.");
        work.Record(account.Id, clock.GetUtcNow(), account.Name, $"added the passkey “{name}”");
        return new(true, null);
    }, cancellation);

    public Task<CommandResult<bool>> RenameAsync(string id, string name, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(by, async (work, account) =>
    {
        name = name.Trim();
        if (Fault(name) is { } fault) return new(default, fault);
        if (await FindAsync(work, account, id) is not { } passkey) return new(default, Gone);
        var before = passkey.Name;
        passkey.Name = name;
        await work.Users.AddOrUpdatePasskeyAsync(account, passkey);
        work.Record(account.Id, clock.GetUtcNow(), account.Name, $"renamed the passkey “{before}” to “{name}”");
        return new(true, null);
    }, cancellation);

    public Task<CommandResult<bool>> RemoveAsync(string id, Caller by, CancellationToken cancellation) => ChangeAsync<bool>(by, async (work, account) =>
    {
        if (await FindAsync(work, account, id) is not { } passkey) return new(default, Gone);
        await work.Users.RemovePasskeyAsync(account, passkey.CredentialId);
        work.Record(account.Id, clock.GetUtcNow(), account.Name, $"removed the passkey “{passkey.Name}”");
        return new(true, null);
    }, cancellation);

    private static async Task<UserPasskeyInfo?> FindAsync(AccountWork work, Account account, string id)
    {
        var passkeys = await work.Users.GetPasskeysAsync(account);
        return passkeys.FirstOrDefault(passkey => Convert.ToHexString(passkey.CredentialId) == id);
    }

    private static string? Fault(string name) => name.Length is 0 or > LongestName || name.Any(char.IsControl) ? $"Give the passkey a name of at most {LongestName} characters, such as “laptop”." : null;

    private Task<CommandResult<T>> ChangeAsync<T>(Caller by, Func<AccountWork, Account, Task<CommandResult<T>>> change, CancellationToken cancellation) =>
        AccountWork.ChangeOwnAsync(scopes, by, change, cancellation);
}
