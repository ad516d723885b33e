using BorderWatch.Ingestion.Alerts;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Backfilling;
using BorderWatch.Ingestion.Catalogue;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Datasets;
using BorderWatch.Ingestion.Demo;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Ingestion.Generation;
using BorderWatch.Ingestion.Learning;
using BorderWatch.Ingestion.Opinions;
using BorderWatch.Ingestion.Reading;
using BorderWatch.Ingestion.Reprocessing;
using BorderWatch.Ingestion.Rulings;
using BorderWatch.Ingestion.Scheduling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion;

/// <summary>Brings ingestion into an application that has a store.</summary>
public static class IngestionRegistration
{
    /// <summary>Adds the extractor, the poller, the article desk, the demo data and the schedule that polls due sources.</summary>
    /// <param name="services">The application's services; <c>AddStore</c> belongs to them as well.</param>
    /// <param name="configure">Changes the options after the configuration's section "Ingestion"; null leaves them as configured.</param>
    public static IServiceCollection AddIngestion(this IServiceCollection services, Action<IngestionOptions>? configure = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        services.AddOptions<IngestionOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection("Ingestion").Bind(options))
            .Configure(configure ?? (_ => { }))
            .Validate(o => o.LookEvery > TimeSpan.Zero && o.ParallelPolls is > 0 and <= 64, "Ingestion: LookEvery must be positive, ParallelPolls from 1 to 64.")
            .Validate(o => o.KeepRawFor >= TimeSpan.Zero, "Ingestion: KeepRawFor must not be negative; 00:00:00 keeps nothing.")
            .Validate(o => o.Fetching.TimeLimit > TimeSpan.Zero && o.Fetching.MostBytes >= 1024, "Ingestion: Fetching needs a positive TimeLimit and at least 1024 MostBytes.")
            .Validate(o => o.Fetching.HostDelay >= TimeSpan.Zero && (string.IsNullOrEmpty(o.Fetching.Proxy) || Uri.TryCreate(o.Fetching.Proxy, UriKind.Absolute, out _)), "Ingestion: Fetching:HostDelay must not be negative, and Fetching:Proxy an address such as http://proxy:3128.")
            .ValidateOnStart();
        services.TryAddSingleton(provider => Options.Create(provider.GetRequiredService<IOptions<IngestionOptions>>().Value.Fetching));
        services.TryAddSingleton<IArticleExtractor, RuleExtractor>();
        services.TryAddSingleton<OutgoingHttp>();
        services.TryAddSingleton(provider => new HostPace(provider.GetRequiredService<IOptions<FetchingOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<Fetcher>();
        services.TryAddSingleton<Robots>();
        services.TryAddSingleton<LearntSay>();
        services.TryAddSingleton<DraftReading>();
        services.TryAddSingleton<ArticleIntake>();
        services.TryAddSingleton<FeedSource>();
        services.TryAddSingleton<RepeatedParagraphs>();
        services.TryAddSingleton<ItemReading>();
        services.TryAddSingleton<FeedIntake>();
        services.TryAddSingleton<FeedPoller>();
        services.TryAddSingleton<IFeedPoller>(provider => provider.GetRequiredService<FeedPoller>());
        services.TryAddSingleton<OutletSource>();
        services.TryAddSingleton<IFeedDesk, FeedDesk>();
        services.TryAddSingleton<IArticleDesk, ArticleDesk>();
        services.TryAddSingleton<IArticleRetry, ArticleRetry>();
        services.TryAddSingleton<IReprocessing, ArticleReprocessing>();
        services.TryAddSingleton<EditRunner>();
        services.TryAddSingleton<IRulingCommands, RulingCommands>();
        services.TryAddSingleton<IReviewCommands, ReviewCommands>();
        services.TryAddSingleton<IMergeCommands, MergeCommands>();
        services.TryAddSingleton<ITagMerging, TagMerging>();
        services.TryAddSingleton<IUndoCommands, UndoCommands>();
        services.TryAddSingleton<IQuoteReading, QuoteReading>();
        services.TryAddSingleton<SiteMapWalk>();
        services.TryAddSingleton<BackfillTaking>();
        services.TryAddSingleton<SiteMapBackfill>();
        services.TryAddSingleton<IBackfillWork>(provider => provider.GetRequiredService<SiteMapBackfill>());
        services.TryAddSingleton<IArchiveImport, ArchiveImport>();
        services.TryAddSingleton<IDatasetImport, DatasetImport>();
        services.TryAddSingleton<IDemoData, DemoData>();
        services.TryAddSingleton<IIncidentGenerator, IncidentGenerator>();
        services.TryAddSingleton<IOutletCatalogue, OutletCatalogue>();
        services.TryAddSingleton<IFeedList, FeedList>();
        services.TryAddSingleton<RawSweep>();
        services.AddHostedService<PollingSchedule>();
        services.AddHostedService<BackfillSchedule>();
        services.AddHostedService<TallyUpkeep>();
        services.TryAddSingleton<TargetKindUpkeep>();
        services.AddHostedService(provider => provider.GetRequiredService<TargetKindUpkeep>());
        services.AddSingleton<ILearner, PlaceLearner>();
        services.AddSingleton<ILearner, ActorLearner>();
        services.AddSingleton<ILearner, ClassifierLearner>();
        services.TryAddSingleton<LearningWork>();
        services.TryAddSingleton<ILearningWork>(provider => provider.GetRequiredService<LearningWork>());
        services.AddHostedService<LearningSchedule>();
        services.AddAlerts();
        services.AddOpinions();
        return services;
    }
}
