using BorderWatch.Store;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Web.Tests.Host;

/// <summary>The application over 2,300 incidents, which no page holds, and one among them that would harm whoever does not look out. Tests read only.</summary>
public sealed class ManyIncidents(PostgresFixture postgres) : IAsyncLifetime
{
    public const int Count = 2300;
    public const string Formula = "=HYPERLINK(\"http://evil.example\",\"click\"),\n\"quoted\"\u0001";

    private TestDatabase? _database;
    private RunningApplication? _application;

    /// <summary>Talks to the application.</summary>
    public HttpClient Http => _application?.Http ?? throw new InvalidOperationException("The application was not started.");

    /// <summary>The incident whose title is a formula; it has a report with two claims, a place and two actors.</summary>
    public Guid Hostile { get; private set; }

    /// <summary>Who attacked.</summary>
    public Guid Perpetrator { get; private set; }

    public string ConnectionString => _database!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        _database = await postgres.CreateDatabaseAsync();
        await using var services = new ServiceCollection().AddStore(_database.ConnectionString).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync();
        var place = new Place { Name = "Ishkashim", Admin1 = "Gorno-Badakhshan", CountryCode = "TJ", Latitude = -36.7, Longitude = 71.5, Key = "ishkashim" };
        var (gunmen, guards) = (new Actor { Name = "Unidentified gunmen", NameKey = "unidentified gunmen" }, new Actor { Name = "Border guards", NameKey = "border guards" });
        var source = new Source { Name = "Steppe Wire", Kind = SourceKind.Feed, FeedUrl = "https://steppe.example/rss" };
        db.AddRange(place, gunmen, guards, source);
        for (var n = 0; n < Count - 1; n++) db.Add(Incident($"Incident {n}", new DateOnly(2026, 1, 1).AddDays(n / 10), n % 3 == 0 ? place : null));
        var hostile = Incident(Formula, new DateOnly(2026, 11, 20), place);
        hostile.EventType = "Battles";
        hostile.Actors.Add(new IncidentActor { IncidentId = hostile.Id, ActorId = gunmen.Id, Role = ActorRole.Perpetrator, Attribution = Attribution.Suspected });
        hostile.Actors.Add(new IncidentActor { IncidentId = hostile.Id, ActorId = guards.Id, Role = ActorRole.Target, Attribution = Attribution.Confirmed });
        var article = new Article { SourceId = source.Id, CanonicalUrl = "https://steppe.example/1", FirstSeenAt = hostile.FirstReportedAt, PublishedAt = hostile.FirstReportedAt };
        article.Revisions.Add(new ArticleRevision { ArticleId = article.Id, Number = 1, Title = "Clash", Text = "Three were killed. +1 more later.", Language = "en", ContentHash = new byte[32], FetchedAt = hostile.FirstReportedAt });
        var report = new Report { IncidentId = hostile.Id, ArticleId = article.Id, ArticleRevisionId = article.Revisions[0].Id, Title = "Clash" };
        report.Claims.Add(Claim(report, new ClaimValue.Casualties(3, 3, 3), "Three were killed", 0));
        report.Claims.Add(Claim(report, new ClaimValue.Casualties(4, null, null), "+1 more", 19));
        db.AddRange(hostile, article, report);
        await db.SaveChangesAsync();
        (Hostile, Perpetrator) = (hostile.Id, gunmen.Id);
        _application = await RunningApplication.StartAsync(_database.ConnectionString, CancellationToken.None, "--Accounts:DemoUser=true");
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
    }

    private static Claim Claim(Report report, ClaimValue value, string quote, int start) => new()
    {
        ReportId = report.Id,
        Field = ClaimField.Killed,
        Value = value.ToJson(),
        Quote = quote,
        QuoteStart = start,
        QuoteEnd = start + quote.Length,
        Extractor = "rules/1",
    };

    private static Incident Incident(string title, DateOnly day, Place? place) => new()
    {
        Title = title,
        EventType = "Protests",
        SubEventType = "Peaceful protest",
        OccurredFrom = day,
        OccurredTo = day,
        TimelineDate = day,
        PlaceId = place?.Id,
        PlacePrecision = place is null ? null : PlacePrecision.Near,
        Killed = new CasualtyCount(3, null, 5),
        Confidence = 0.75,
        FirstReportedAt = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero),
        LastReportedAt = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero),
    };
}
