using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Web.Tests.Host;

/// <summary>The application over a database that holds one incident with a hostile title; anybody may read.</summary>
public sealed class ServedApplication(PostgresFixture postgres) : IAsyncLifetime
{
    private const string Hostile = "<script>alert('title')</script><img src=x onerror=alert(1)>";

    private TestDatabase? _database;
    private RunningApplication? _application;

    /// <summary>The incident.</summary>
    public Guid Incident { get; private set; }

    /// <summary>Talks to the application.</summary>
    public HttpClient Http => _application?.Http ?? throw new InvalidOperationException("The application was not started.");

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        await using var services = new ServiceCollection().AddStore(_database.ConnectionString).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync();
        var incident = new Incident { Title = Hostile, EventType = "Battles", SubEventType = "Armed clash", TimelineDate = new DateOnly(2026, 11, 20) };
        db.Add(incident);
        await db.SaveChangesAsync();
        Incident = incident.Id;
        _application = await RunningApplication.StartAsync(_database.ConnectionString, CancellationToken.None, "--Accounts:AnonymousReading=true");
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }
}
