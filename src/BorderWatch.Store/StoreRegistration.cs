using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Backfills;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Comments;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Escalation;
using BorderWatch.Store.Exports;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Map;
using BorderWatch.Store.Opinions;
using BorderWatch.Store.Profiles;
using BorderWatch.Store.Quality;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Search;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Tags;
using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using BorderWatch.Store.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace BorderWatch.Store;

/// <summary>Brings the store into an application.</summary>
public static class StoreRegistration
{
    /// <summary>Adds the context factory, the queries and the commands over one PostgreSQL database. Connects to nothing yet.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="connectionString">An Npgsql connection string.</param>
    public static IServiceCollection AddStore(this IServiceCollection services, string connectionString)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        services.AddDbContextFactory<BorderWatchDbContext>((provider, options) => Use(options, provider.GetRequiredService<NpgsqlDataSource>()));

        services.AddSingleton<ITimelineQuery, TimelineQuery>();
        services.AddSingleton<IMapQuery, MapQuery>();
        services.AddSingleton<IProfileQuery, ProfileQuery>();
        services.AddSingleton<IRelatedIncidents, RelatedIncidents>();
        services.AddSingleton<ITallies, Tallies.Tallies>();
        services.AddSingleton<IArrivals, Arrivals>();
        services.AddSingleton<IIncidentQuery, IncidentQuery>();
        services.AddSingleton<IMatchCandidates, MatchCandidates>();
        services.AddSingleton<IActorQuery, ActorQuery>();
        services.AddSingleton<IRevisionChain, RevisionChain>();
        services.AddSingleton<IOpinionQuery, OpinionQuery>();
        services.AddSingleton<IDeskQuery, DeskQuery>();
        services.AddSingleton<IDeskCompany, DeskCompany>();
        services.AddSingleton<IDeskSignals, DeskSignals>();
        services.AddSingleton<IDeskDay, DeskDay>();
        services.AddSingleton<ICommentQuery, CommentQuery>();
        services.AddSingleton<ICommentCommands, CommentCommands>();
        services.AddSingleton<ISourceQuery, SourceQuery>();
        services.AddSingleton<IArticleQuery, ArticleQuery>();
        services.AddSingleton<ISourceCommands, SourceCommands>();
        services.AddSingleton<IBackfillCommands, BackfillCommands>();
        services.AddSingleton<IBackfillQuery, BackfillQuery>();
        services.AddSingleton<IExportQuery, ExportQuery>();
        services.AddSingleton<INameQuery, NameQuery>();
        services.AddSingleton<ISearchLanguage, SearchLanguage>();
        services.AddSingleton<IRegionQuery, RegionQuery>();
        services.AddSingleton<IRegionComparison, RegionComparisons>();
        services.AddSingleton<IBorderLines, BorderLines>();
        services.AddSingleton<IRegionCommands, RegionCommands>();
        services.AddSingleton<BriefFigures>();
        services.AddSingleton<IBriefQuery, BriefQuery>();
        services.AddSingleton<IBriefCommands, BriefCommands>();
        services.AddSingleton<IBriefSchedules, BriefSchedules>();
        services.AddSingleton<IBriefMaking, BriefMaking>();
        services.AddSingleton<IBriefMail, BriefMail>();
        services.AddSingleton<IQualityQuery, QualityQuery>();
        services.AddSingleton<ILearningQuery, LearningQuery>();
        services.AddSingleton<ILearningCommands, LearningCommands>();
        services.AddSingleton<ITagQuery, TagQuery>();
        services.AddSingleton<ITagCommands, TagCommands>();
        services.AddSingleton<IViewQuery, ViewQuery>();
        services.AddSingleton<IViewCommands, ViewCommands>();
        services.AddSingleton<IEscalationQuery, EscalationQuery>();
        services.AddSingleton<IAlertQuery, AlertQuery>();
        services.AddSingleton<IAlertCommands, AlertCommands>();
        services.AddSingleton<IAlertFiring, AlertFiring>();
        services.AddSingleton<IAlertOutbox, AlertOutbox>();
        services.AddAccounts();
        return services;
    }

    internal static void Use(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options.UseNpgsql(source).UseSnakeCaseNamingConvention();
}
