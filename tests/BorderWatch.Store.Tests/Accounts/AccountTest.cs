using BorderWatch.Store.Accounts;
using BorderWatch.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorderWatch.Store.Tests.Accounts;

/// <summary>Tests of accounts, on a database and a clock of their own.</summary>
public abstract class AccountTest(PostgresFixture postgres) : IAsyncLifetime
{
    protected const string Password = "seven green kettles";
    protected static readonly Origin Here = Origin.Of("127.0.0.1", "A test");

    private TestDatabase? _database;
    private ServiceProvider? _services;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    protected ISignIn SignIn => Get<ISignIn>();

    protected ISessions Sessions => Get<ISessions>();

    protected IAccountLinks Links => Get<IAccountLinks>();

    protected IAccountCommands Commands => Get<IAccountCommands>();

    protected IOwnAccount Own => Get<IOwnAccount>();

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync(Cancellation);
        _services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddStore(_database.ConnectionString)
            .Configure<AccountOptions>(options => options.FailuresBeforeLock = 3).BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    protected BorderWatchDbContext Open() => Get<Microsoft.EntityFrameworkCore.IDbContextFactory<BorderWatchDbContext>>().CreateDbContext();

    /// <summary>The first administrator, by the link of the console.</summary>
    protected async Task<Caller> AdministratorAsync()
    {
        var secret = await Links.FirstAdministratorAsync(Cancellation);
        Assert.Null((await Links.UseAsync(secret!, "Rosa Blum", "rosa@desk.example", Password, Cancellation)).Error);
        return await CallerAsync("rosa@desk.example");
    }

    /// <summary>Somebody who was invited, has accepted and signed in.</summary>
    protected async Task<Caller> InvitedAsync(Caller by, string name, Role role)
    {
        var email = $"{name.Split(' ')[0].ToLowerInvariant()}@desk.example";
        var invited = await Commands.InviteAsync(name, email, role, by, Cancellation);
        Assert.Null((await Links.UseAsync(invited.Value!, null, null, Password, Cancellation)).Error);
        return await CallerAsync(email);
    }

    protected async Task<Guid> SessionAsync(string email, string password = Password) =>
        Assert.IsType<SignInStep.SignedIn>(await SignIn.WithPasswordAsync(email, password, Here, Cancellation)).Session;

    protected async Task<Caller> CallerAsync(string email) => (await Sessions.CallerAsync(await SessionAsync(email), Cancellation))!;
}
