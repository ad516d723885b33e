using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Opinions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BorderWatch.Ingestion.Opinions;

/// <inheritdoc cref="IOpinionCommands"/>
internal sealed class OpinionCommands(IDbContextFactory<BorderWatchDbContext> contexts, IOptions<SecondOpinionOptions> options, TimeProvider time) : IOpinionCommands
{
    private const string Asked = "The model has been asked about this text already; its answer appears here.";

    public string? Model => options.Value.IsConfigured ? options.Value.Extractor : null;

    public async Task<CommandResult<Guid>> AskAsync(Guid article, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(default, refusal);
        if (!options.Value.IsConfigured) return new(default, "No language model is configured: an administrator names one in the section SecondOpinion.");
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var revision = await db.ArticleRevisions.Where(r => r.ArticleId == article).OrderByDescending(r => r.Number).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellation);
        if (revision is not { } newest) return new(default, "There is no text of this article that could be read.");
        // Of two who ask at once one does.
        var again = await db.SecondOpinions.Where(o => o.ArticleRevisionId == newest && o.State == OpinionState.Failed).ExecuteUpdateAsync(o => o
            .SetProperty(x => x.State, OpinionState.Waiting).SetProperty(x => x.Attempts, 0).SetProperty(x => x.DueAt, now).SetProperty(x => x.RequestedAt, now).SetProperty(x => x.RequestedBy, by.Name)
            .SetProperty(x => x.Error, (string?)null), cancellation);
        if (await db.SecondOpinions.Where(o => o.ArticleRevisionId == newest).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancellation) is { } known) return again > 0 ? new(known, null) : new(default, Asked);
        var opinion = new SecondOpinion
        {
            ArticleId = article,
            ArticleRevisionId = newest,
            RequestedBy = by.Name,
            RequestedAt = now,
            DueAt = now,
        };
        db.Add(opinion);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return new(default, Asked);
        }
        return new(opinion.Id, null);
    }
}
