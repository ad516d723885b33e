using BorderWatch.Store.Accounts;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Backfills;
using BorderWatch.Store.Comments;
using BorderWatch.Store.Desk;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Opinions;
using BorderWatch.Store.Places;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Rulings;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Tags;
using BorderWatch.Store.Tallies;
using BorderWatch.Store.Timeline;
using BorderWatch.Store.Tokens;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store;

/// <summary>
/// The store's tables. Short-lived: one for each read or transaction, made from <see cref="IDbContextFactory{TContext}"/>.
/// Saving also brings the derived columns of every incident that it touches up to date; see <see cref="IncidentTally"/>.
/// </summary>
public sealed class BorderWatchDbContext(DbContextOptions<BorderWatchDbContext> options) : DbContext(options)
{
    /// <summary>Where articles come from.</summary>
    public DbSet<Source> Sources => Set<Source>();

    /// <summary>What the sources brought.</summary>
    public DbSet<Article> Articles => Set<Article>();

    /// <summary>The articles' texts.</summary>
    public DbSet<ArticleRevision> ArticleRevisions => Set<ArticleRevision>();

    /// <summary>What was fetched, byte for byte, as long as it is kept.</summary>
    public DbSet<RawFetch> RawFetches => Set<RawFetch>();

    /// <summary>Runs of the extractor over what is stored.</summary>
    public DbSet<ReprocessRun> ReprocessRuns => Set<ReprocessRun>();

    /// <summary>What is taken in from the past.</summary>
    public DbSet<Backfill> Backfills => Set<Backfill>();

    /// <summary>Its pages and files.</summary>
    public DbSet<BackfillItem> BackfillItems => Set<BackfillItem>();

    /// <summary>What happened.</summary>
    public DbSet<Incident> Incidents => Set<Incident>();

    /// <summary>The articles' accounts of what happened.</summary>
    public DbSet<Report> Reports => Set<Report>();

    /// <summary>What the reports say, field by field.</summary>
    public DbSet<Claim> Claims => Set<Claim>();

    /// <summary>Who takes part in incidents.</summary>
    public DbSet<Actor> Actors => Set<Actor>();

    /// <summary>The actors' other names.</summary>
    public DbSet<ActorAlias> ActorAliases => Set<ActorAlias>();

    /// <summary>Who took part in which incident.</summary>
    public DbSet<IncidentActor> IncidentActors => Set<IncidentActor>();

    /// <summary>Where incidents happen.</summary>
    public DbSet<Place> Places => Set<Place>();

    /// <summary>How many incidents a day has, by type and country; kept by the database.</summary>
    public DbSet<DayTally> DayTallies => Set<DayTally>();

    /// <summary>How many incidents a place has, by type; kept by the database.</summary>
    public DbSet<SpotTally> SpotTallies => Set<SpotTally>();

    /// <summary>The regions' figures by day and type; kept by the database.</summary>
    public DbSet<RegionTally> RegionTallies => Set<RegionTally>();

    /// <summary>How many incidents of a region name an actor, a province, a weapon; kept by the database.</summary>
    public DbSet<RegionNameTally> RegionNameTallies => Set<RegionNameTally>();

    /// <summary>The organisation's regions.</summary>
    public DbSet<Region> Regions => Set<Region>();

    /// <summary>What the regions are made of.</summary>
    public DbSet<RegionArea> RegionAreas => Set<RegionArea>();

    /// <summary>What was drawn on the map for regions.</summary>
    public DbSet<RegionOutline> RegionOutlines => Set<RegionOutline>();

    /// <summary>The borders that regions lie along.</summary>
    public DbSet<RegionBorder> RegionBorders => Set<RegionBorder>();

    /// <summary>The regions that belong to others.</summary>
    public DbSet<RegionNesting> RegionNestings => Set<RegionNesting>();

    /// <summary>Which places belong to which regions; kept by the database.</summary>
    public DbSet<RegionPlace> RegionPlaces => Set<RegionPlace>();

    /// <summary>Words that editors put on incidents.</summary>
    public DbSet<Tag> Tags => Set<Tag>();

    /// <summary>Who changed what, and when.</summary>
    public DbSet<Revision> Revisions => Set<Revision>();

    /// <summary>Who may sign in.</summary>
    public DbSet<Account> Accounts => Set<Account>();

    /// <summary>One-time links to accounts.</summary>
    public DbSet<AccountLink> AccountLinks => Set<AccountLink>();

    /// <summary>Whom OpenID Connect providers know.</summary>
    public DbSet<AccountLogin> AccountLogins => Set<AccountLogin>();

    /// <summary>Who is signed in.</summary>
    public DbSet<AccountSession> AccountSessions => Set<AccountSession>();

    /// <summary>Who tried to sign in.</summary>
    public DbSet<SignInRecord> SignIns => Set<SignInRecord>();

    /// <summary>What programs show instead of signing in.</summary>
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    /// <summary>What editors decided.</summary>
    public DbSet<Ruling> Rulings => Set<Ruling>();

    /// <summary>What editors did, command by command.</summary>
    public DbSet<Edit> Edits => Set<Edit>();

    /// <summary>Incidents that may be one.</summary>
    public DbSet<PossibleDuplicate> PossibleDuplicates => Set<PossibleDuplicate>();

    /// <summary>Who has taken which incident.</summary>
    public DbSet<DeskHold> DeskHolds => Set<DeskHold>();

    /// <summary>Who looks at which incident.</summary>
    public DbSet<IncidentVisit> IncidentVisits => Set<IncidentVisit>();

    /// <summary>What editors say to each other of incidents.</summary>
    public DbSet<IncidentComment> IncidentComments => Set<IncidentComment>();

    /// <summary>Whom those comments name.</summary>
    public DbSet<CommentMention> CommentMentions => Set<CommentMention>();

    /// <summary>What language models are asked about articles.</summary>
    public DbSet<SecondOpinion> SecondOpinions => Set<SecondOpinion>();

    /// <summary>What they read, value by value.</summary>
    public DbSet<OpinionClaim> OpinionClaims => Set<OpinionClaim>();

    /// <summary>Each time that one was asked.</summary>
    public DbSet<OpinionCall> OpinionCalls => Set<OpinionCall>();

    /// <summary>What was learnt from editors' rulings.</summary>
    public DbSet<LearntThing> LearntThings => Set<LearntThing>();

    /// <summary>The incidents that it was learnt from.</summary>
    public DbSet<LearntEvidence> LearntEvidence => Set<LearntEvidence>();

    /// <summary>When it was learnt.</summary>
    public DbSet<LearningRun> LearningRuns => Set<LearningRun>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BorderWatchDbContext).Assembly).HasIncidentWords();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Enums are words in the database, so that a person reads them there and a reordered enum changes nothing.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(30);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
    }

    /// <summary>Saves in one transaction (the caller's, or one of its own) and brings the touched incidents' derived columns up to date in it.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row since it was read.</exception>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var touched = IncidentTally.TouchedIn(this);
        if (touched.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        if (Database.CurrentTransaction is not null) return await SaveAndTallyAsync();
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var saved = await SaveAndTallyAsync();
        await transaction.CommitAsync(cancellationToken);
        return saved;

        async Task<int> SaveAndTallyAsync()
        {
            var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            await IncidentTally.RefreshAsync(this, touched, cancellationToken);
            // Heard when the transaction commits, and not where it does not.
            await Database.ExecuteSqlAsync($"SELECT pg_notify({Timeline.Arrivals.Channel}, '')", cancellationToken);
            return rows;
        }
    }

    /// <summary>Not supported: it would block a thread, and leave the derived columns behind.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Call SaveChangesAsync.");
}
