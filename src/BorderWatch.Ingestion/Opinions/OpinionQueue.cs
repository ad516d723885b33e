using BorderWatch.Extraction;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Store;
using BorderWatch.Store.Opinions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>An opinion in this process's hands.</summary>
internal sealed record LeasedOpinion(Guid Id, Guid LeaseId, Guid CallId, Guid RevisionId, int Attempts, ArticleText Article);

/// <summary>Which articles the model is asked about, and whether the day's limits allow one more. All of it is rows, so that any number of processes share it and none forgets.</summary>
internal sealed class OpinionQueue(IDbContextFactory<BorderWatchDbContext> contexts, IArticleExtractor extractor, IOptions<SecondOpinionOptions> options, TimeProvider time)
{
    // "opinions", as a number: held while a call is charged, so that two processes cannot both take the last of a day.
    private const long Key = 0x6F70696E696F6E73;

    /// <summary>What is older was news yesterday: it is neither asked about by itself nor waited for.</summary>
    private static readonly TimeSpan s_newsFor = TimeSpan.FromDays(1);

    /// <summary>Queues the articles that the configured choice takes in, and gives up what waited too long.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var since = now - s_newsFor;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE second_opinions o SET state = 'Failed', lease_id = NULL, leased_until = NULL, error = CASE WHEN requested_at < {since} AND requested_by IS NULL
                THEN 'It was not asked within a day: the limits of SecondOpinion were reached, or the endpoint did not answer.' ELSE 'The outlet has changed the article since.' END
            WHERE state = 'Waiting' AND (leased_until IS NULL OR leased_until <= {now}) AND ((requested_at < {since} AND requested_by IS NULL)
                OR EXISTS (SELECT FROM article_revisions r JOIN article_revisions n ON n.article_id = r.article_id AND n.number > r.number WHERE r.id = o.article_revision_id))
            """, cancellation);
        if (options.Value.Articles == OpinionChoice.OnRequest) return;
        var (all, unsure, reader) = (options.Value.Articles == OpinionChoice.All, options.Value.UnsureBelow, extractor.Name);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO second_opinions (id, article_id, article_revision_id, state, requested_at, due_at, attempts, is_shortened, dropped, dropped_why)
            SELECT gen_random_uuid(), a.id, r.id, 'Waiting', {now}, {now}, 0, false, 0, ARRAY[]::text[]
            FROM article_revisions r JOIN articles a ON a.id = r.article_id JOIN sources s ON s.id = a.source_id
            WHERE r.fetched_at > {since} AND a.canonical_url IS NOT NULL AND NOT s.is_demo AND a.extractor = {reader} AND a.outcome IN ('HasIncidents', 'NoIncident')
                AND NOT EXISTS (SELECT FROM article_revisions n WHERE n.article_id = r.article_id AND n.number > r.number)
                AND NOT EXISTS (SELECT FROM second_opinions o WHERE o.article_revision_id = r.id)
                AND ({all} OR EXISTS (SELECT FROM reports p WHERE p.article_revision_id = r.id AND p.superseded_at IS NULL AND p.confidence < {unsure}))
            ON CONFLICT (article_revision_id) DO NOTHING
            """, cancellation);
    }

    /// <summary>Takes one that is due, and charges the most that it can cost; null where none is due, the endpoint is left alone, or the day's limits are reached.</summary>
    public async Task<LeasedOpinion?> LeaseAsync(CancellationToken cancellation)
    {
        var (now, lease, limits) = (time.GetUtcNow(), Guid.NewGuid(), options.Value);
        var until = now + limits.Lease;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Key})", cancellation);
        if (await db.RestUntilAsync(now, cancellation) is not null) return null;
        var (tokens, cost) = await db.ChargedAsync(now, cancellation);
        if (tokens + limits.TokensPerArticle > limits.TokensPerDay || cost + limits.MostCost > (limits.CostPerDay ?? decimal.MaxValue)) return null;
        // A person's wish goes first.
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE second_opinions SET lease_id = {lease}, leased_until = {until}, attempts = attempts + 1, extractor = {limits.Extractor}
            WHERE id = (SELECT id FROM second_opinions WHERE state = 'Waiting' AND due_at <= {now} AND (leased_until IS NULL OR leased_until <= {now})
                ORDER BY requested_by IS NULL, due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
            """, cancellation);
        var taken = await (
            from opinion in db.SecondOpinions
            where opinion.LeaseId == lease
            join revision in db.ArticleRevisions on opinion.ArticleRevisionId equals revision.Id
            join article in db.Articles on opinion.ArticleId equals article.Id
            join source in db.Sources on article.SourceId equals source.Id
            select new { opinion.Id, opinion.Attempts, Revision = revision.Id, revision.Title, revision.Text, article.PublishedAt, source.Name, source.CountryCode }).SingleOrDefaultAsync(cancellation);
        if (taken is null) return null;
        var charge = new OpinionCall
        {
            OpinionId = taken.Id,
            At = now,
            Tokens = limits.TokensPerArticle,
            Cost = limits.MostCost,
        };
        db.Add(charge);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(taken.Id, lease, charge.Id, taken.Revision, taken.Attempts, DraftReading.ArticleOf(taken.Title, taken.Text, taken.PublishedAt, taken.Name, taken.CountryCode));
    }
}
