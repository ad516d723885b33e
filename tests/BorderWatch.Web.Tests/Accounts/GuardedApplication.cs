using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Testing;
using BorderWatch.Web.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Web.Tests.Accounts;

/// <summary>The application with an administrator, over a database that tests may reach into.</summary>
public sealed class GuardedApplication(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Password = "seven green kettles";

    private TestDatabase? _database;
    private ServiceProvider? _services;
    private RunningApplication? _application;

    public string ConnectionString => _database!.ConnectionString;

    public Uri Address => _application!.Http.BaseAddress!;

    public Caller Administrator { get; private set; } = Caller.Nobody;

    public T Get<T>() where T : notnull => _services!.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        _services = new ServiceCollection().AddStore(_database.ConnectionString).BuildServiceProvider();
        var secret = await Get<IAccountLinks>().FirstAdministratorAsync(CancellationToken.None);
        var made = await Get<IAccountLinks>().UseAsync(secret!, "Rosa Blum", "rosa@desk.example", Password, CancellationToken.None);
        Administrator = new Caller(made.Value, "Rosa Blum", RolePermissions.Of(Role.Administrator));
        _application = await RunningApplication.StartAsync(_database.ConnectionString, CancellationToken.None);
    }

    /// <summary>Makes an account; its id.</summary>
    public async Task<Guid> AddAsync(string name, Role role)
    {
        var invited = await Get<IAccountCommands>().InviteAsync(name, $"{name}@desk.example", role, Administrator, CancellationToken.None);
        return (await Get<IAccountLinks>().UseAsync(invited.Value!, null, null, Password, CancellationToken.None)).Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
        if (_services is not null) await _services.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
