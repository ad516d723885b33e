using BorderWatch.Store.Accounts;
using BorderWatch.Testing;

namespace BorderWatch.Store.Tests;

/// <summary>Tests that write: each has a migrated database of its own.</summary>
public abstract class StoreTest(PostgresFixture postgres) : IAsyncLifetime
{
    private StoreDatabase? _store;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected CommandCount Commands => _store!.Commands;

    public async ValueTask InitializeAsync() => _store = await StoreDatabase.CreateAsync(postgres, Cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_store is not null) await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>() where T : notnull => _store!.Get<T>();

    protected BorderWatchDbContext Open() => _store!.Open();

    /// <summary>Saves what a story holds.</summary>
    protected async Task TellAsync(Story story)
    {
        await using var db = Open();
        await story.TellAsync(db, Cancellation);
    }

    /// <summary>Somebody with an account.</summary>
    protected async Task<Caller> AccountAsync(string name, Role role)
    {
        var email = $"{name.ToLowerInvariant()}@desk.example";
        var account = new Account { Name = name, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email, Role = role };
        await using var db = Open();
        db.Add(account);
        await db.SaveChangesAsync(Cancellation);
        return new Caller(account.Id, name, RolePermissions.Of(role));
    }
}
