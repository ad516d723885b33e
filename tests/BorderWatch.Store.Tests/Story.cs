using System.Security.Cryptography;
using System.Text;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Tags;

namespace BorderWatch.Store.Tests;

/// <summary>Builds incidents with their reports, articles, actors and places, as ingestion would leave them.</summary>
public sealed class Story
{
    public static readonly DateTimeOffset Arrival = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private readonly Dictionary<string, Source> _sources = [];
    private readonly Dictionary<string, Actor> _actors = [];
    private readonly Dictionary<string, Place> _places = [];
    private readonly List<object> _added = [];

    public Source Source(string name, bool isDemo = false) => Known(_sources, name, () => new Source
    {
        Name = name,
        Kind = SourceKind.Feed,
        FeedUrl = $"https://{Key(name).Replace(' ', '-')}.example/rss",
        IsDemo = isDemo,
        CreatedAt = Arrival,
    });

    public Actor Actor(string name, ActorKind kind = ActorKind.Unknown) =>
        Known(_actors, name, () => new Actor { Name = name, NameKey = Key(name), Kind = kind });

    public ActorAlias Alias(Actor actor, string name)
    {
        var alias = new ActorAlias { ActorId = actor.Id, Name = name, NameKey = Key(name) };
        _added.Add(alias);
        return alias;
    }

    public Place Place(string name, string? admin1, string? country, double? latitude = 37.5, double? longitude = 71.5) =>
        Known(_places, $"{name}|{admin1}|{country}", () => new Place
        {
            Name = name,
            Admin1 = admin1,
            CountryCode = country,
            Latitude = latitude,
            Longitude = longitude,
            Key = $"{Key(name)}|{Key(admin1 ?? "")}|{country}",
        });

    public Tag Tag(string name)
    {
        var tag = new Tag { Name = name };
        _added.Add(tag);
        return tag;
    }

    public Incident Incident(
        string title, string date = "2026-11-20", string type = "Battles", Place? place = null, CasualtyCount? killed = null,
        IncidentStatus status = IncidentStatus.Unreviewed, DateTimeOffset? arrived = null)
    {
        var day = DateOnly.Parse(date);
        var incident = new Incident
        {
            Title = title,
            EventType = type,
            SubEventType = "Armed clash",
            OccurredFrom = day,
            OccurredTo = day,
            TimelineDate = day,
            PlaceId = place?.Id,
            PlacePrecision = place is null ? null : PlacePrecision.Exact,
            Killed = killed ?? CasualtyCount.Unsaid,
            Confidence = 0.8,
            Status = status,
            FirstReportedAt = arrived ?? Arrival,
            LastReportedAt = arrived ?? Arrival,
        };
        _added.Add(incident);
        return incident;
    }

    public void Part(Incident incident, Actor actor, ActorRole role) =>
        incident.Actors.Add(new IncidentActor { IncidentId = incident.Id, ActorId = actor.Id, Role = role, Attribution = Attribution.Confirmed });

    public Report Report(Incident incident, Source source, string title, string text)
    {
        var article = new Article { SourceId = source.Id, CanonicalUrl = $"https://news.example/{Guid.NewGuid():N}", FirstSeenAt = Arrival, PublishedAt = Arrival };
        article.Revisions.Add(new ArticleRevision
        {
            ArticleId = article.Id,
            Number = 1,
            Title = title,
            Text = text,
            Language = "en",
            FetchedAt = Arrival,
            ContentHash = SHA256.HashData(Encoding.UTF8.GetBytes(title + "\n" + text)),
        });
        _added.Add(article);
        return Report(incident, article, 0);
    }

    public Report Report(Incident incident, Article article, int ordinal)
    {
        var report = new Report
        {
            IncidentId = incident.Id,
            ArticleId = article.Id,
            ArticleRevisionId = article.Revisions[^1].Id,
            Ordinal = ordinal,
            Title = incident.Title,
            Confidence = 0.8,
            CreatedAt = Arrival,
        };
        incident.Reports.Add(report);
        _added.Add(report);
        return report;
    }

    public static Claim Claim(Report report, ClaimField field, ClaimValue value, string quote, int start, bool inTitle = false) => new()
    {
        ReportId = report.Id,
        Field = field,
        Value = value.ToJson(),
        Quote = quote,
        QuoteStart = start,
        QuoteEnd = start + quote.Length,
        InTitle = inTitle,
        Extractor = "rules/1",
    };

    public async Task TellAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        db.AddRange(_added);
        _added.Clear();
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    private T Known<T>(Dictionary<string, T> known, string name, Func<T> make) where T : class
    {
        if (known.TryGetValue(name, out var there)) return there;
        var made = make();
        known.Add(name, made);
        _added.Add(made);
        return made;
    }

    private static string Key(string name) => name.ToLowerInvariant().Replace('-', ' ').Replace("ā", "a");
}
