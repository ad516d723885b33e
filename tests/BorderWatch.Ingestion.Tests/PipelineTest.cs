using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Sources;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Tests;

/// <summary>Tests of what ingestion does to the store: each has a database of its own, and an outlet on loopback.</summary>
public abstract class PipelineTest(PostgresFixture postgres) : IAsyncLifetime
{
    private Pipeline? _pipeline;
    private OutletServer? _outlet;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected PostgresFixture Postgres => postgres;

    protected Pipeline Pipeline => _pipeline!;

    protected OutletServer Outlet => _outlet!;

    public async ValueTask InitializeAsync()
    {
        _outlet = await OutletServer.StartAsync(Stop);
        _pipeline = await Pipeline.CreateAsync(postgres, Stop, Configure, Extractor());
    }

    public async ValueTask DisposeAsync()
    {
        if (_pipeline is not null) await _pipeline.DisposeAsync();
        if (_outlet is not null) await _outlet.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected virtual void Configure(IngestionOptions options) { }

    /// <summary>Null takes the built-in one.</summary>
    internal virtual IArticleExtractor? Extractor() => null;

    protected async Task<Source> SourceAsync(string name, string feedUrl, string? country = null)
    {
        var added = await Pipeline.Get<ISourceCommands>().AddFeedAsync(name, feedUrl, country, Caller.Local, Stop);
        Assert.Null(added.Error);
        return await SourceAsync(added.Value);
    }

    protected async Task<Source> SourceAsync(Guid id)
    {
        await using var db = Pipeline.Open();
        return await db.Sources.AsNoTracking().SingleAsync(s => s.Id == id, Stop);
    }

    protected Task<PollResult> PollAsync(Source source, IProgress<PollProgress>? progress = null) =>
        Pipeline.Get<IFeedPoller>().PollAsync(source.Id, Caller.Local, progress, Stop);

    /// <summary>Takes an article in as a poll of the source would.</summary>
    private protected Task<TakenArticle> TakeAsync(Source source, string title, string text, string published = "2026-11-19", string? url = null, string? id = null) =>
        Pipeline.Get<ArticleIntake>().TakeAsync(
            new IncomingArticle(source.Id, source.Name, source.CountryCode, url, id, Day(published), title, text, null, "pipeline"), Stop);

    protected static DateTimeOffset Day(string date) => new(DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero);

    protected async Task<List<Article>> ArticlesAsync()
    {
        await using var db = Pipeline.Open();
        return await db.Articles.AsNoTracking().Include(a => a.Revisions.OrderBy(r => r.Number)).OrderBy(a => a.Id).ToListAsync(Stop);
    }

    /// <summary>Every incident that stands, with place, actors, tags, reports and claims.</summary>
    protected async Task<List<Incident>> IncidentsAsync()
    {
        await using var db = Pipeline.Open();
        return await db.Incidents.AsNoTracking().Where(i => i.MergedIntoId == null).Include(i => i.Tags).Include(i => i.Place).Include(i => i.Actors).ThenInclude(a => a.Actor)
            .Include(i => i.Reports).ThenInclude(r => r.Claims).AsSplitQuery().OrderBy(i => i.FirstReportedAt).ThenBy(i => i.Id).ToListAsync(Stop);
    }
}
