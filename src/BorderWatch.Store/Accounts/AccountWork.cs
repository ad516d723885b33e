using System.Text.Json;
using BorderWatch.Store.History;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Store.Accounts;

/// <summary>One piece of work on accounts: Identity over a context of its own, thrown away afterwards.</summary>
internal sealed class AccountWork : IAsyncDisposable
{
    private const long AccountsLock = 0x424F5244_41434354; // "BORDACCT"

    private readonly AsyncServiceScope _scope;

    private AccountWork(AsyncServiceScope scope)
    {
        _scope = scope;
        Db = scope.ServiceProvider.GetRequiredService<BorderWatchDbContext>();
        Users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
    }

    public BorderWatchDbContext Db { get; }

    public UserManager<Account> Users { get; }

    public static AccountWork Open(IServiceScopeFactory scopes) => new(scopes.CreateAsyncScope());

    /// <summary>Begins the transaction of a change, one at a time: some look at several accounts, such as at the last administrator, and Identity saves whole rows.</summary>
    public async Task<IDbContextTransaction> BeginAloneAsync(CancellationToken cancellation)
    {
        var transaction = await Db.Database.BeginTransactionAsync(cancellation);
        await Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AccountsLock})", cancellation);
        return transaction;
    }

    /// <summary>Changes the caller's own account, in one transaction that is rolled back where the change is refused.</summary>
    /// <returns>What the change gives, or that the caller has no account.</returns>
    public static async Task<CommandResult<T>> ChangeOwnAsync<T>(IServiceScopeFactory scopes, Caller by, Func<AccountWork, Account, Task<CommandResult<T>>> change, CancellationToken cancellation)
    {
        await using var work = Open(scopes);
        await using var transaction = await work.BeginAloneAsync(cancellation);
        if (by.Id is not { } id || await work.FindAsync(id, cancellation) is not { LockedAt: null } account) return new(default, "Sign in with an account of your own to do this.");
        var result = await change(work, account);
        if (!result.Succeeded) return result;
        await work.Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    /// <summary>The account, unless it is removed.</summary>
    public Task<Account?> FindAsync(Guid id, CancellationToken cancellation) =>
        Db.Accounts.SingleOrDefaultAsync(account => account.Id == id && account.RemovedAt == null, cancellation);

    /// <summary>A sentence where another account has the name or the address; null where none has.</summary>
    public async Task<string?> TakenAsync(string name, string email, CancellationToken cancellation)
    {
        var normalized = Users.NormalizeName(email);
        if (await Db.Accounts.AnyAsync(account => account.NormalizedUserName == normalized, cancellation)) return $"There is an account with the address {email} already.";
        return await Db.Accounts.AnyAsync(account => account.Name.ToLower() == name.ToLower(), cancellation)
            ? $"“{name}” is in the history already, for somebody who has or had an account; add an initial or a second name."
            : null;
    }

    /// <summary>Writes who changed what of an account; saved with the change.</summary>
    public void Record(Guid account, DateTimeOffset at, string by, string action, object? changes = null) => Db.Add(new Revision
    {
        SubjectType = "account",
        SubjectId = account,
        At = at,
        By = by,
        Action = action,
        Changes = JsonSerializer.Serialize(changes ?? new { }),
    });

    public ValueTask DisposeAsync() => _scope.DisposeAsync();
}
