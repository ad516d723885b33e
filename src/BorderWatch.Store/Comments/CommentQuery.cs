using BorderWatch.Store.Accounts;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Comments;

/// <inheritdoc cref="ICommentQuery"/>
internal sealed class CommentQuery(IDbContextFactory<BorderWatchDbContext> contexts) : ICommentQuery
{
    private const int MostMentions = 100;

    /// <summary>What lies on somebody's desk.</summary>
    public static IQueryable<CommentMention> Open(BorderWatchDbContext db, Guid account) =>
        db.CommentMentions.AsNoTracking().Where(m => m.AccountId == account && m.DoneAt == null && db.IncidentComments.Any(c => c.Id == m.CommentId && c.WithdrawnAt == null));

    public async Task<CommandResult<IReadOnlyList<CommentView>>> ListAsync(Guid incident, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var all = await db.Database.SqlQuery<Guid>(
            $"""
            WITH RECURSIVE parts (id) AS (SELECT {incident}::uuid UNION SELECT i.id FROM incidents i JOIN parts p ON i.merged_into_id = p.id)
            SELECT id AS "Value" FROM parts
            """).ToListAsync(cancellation);
        var comments = await db.IncidentComments.AsNoTracking().Include(c => c.Mentions).Where(c => all.Contains(c.IncidentId)).OrderBy(c => c.Id).ToListAsync(cancellation);
        return new([.. comments.Select(comment => View(comment, by))], null);
    }

    public async Task<CommandResult<IReadOnlyList<MentionView>>> MentionsAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        if (by.Id is not { } account) return new([], null);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var open = await (
            from mention in Open(db, account)
            join comment in db.IncidentComments.AsNoTracking().Include(c => c.Mentions) on mention.CommentId equals comment.Id
            join incident in db.Incidents.AsNoTracking() on comment.IncidentId equals incident.Id
            orderby comment.Id descending
            select new { Comment = comment, comment.Mentions, incident.Id, incident.Title }).Take(MostMentions).ToListAsync(cancellation);
        return new([.. open.Select(found => new MentionView(View(found.Comment, by), found.Id, found.Title))], null);
    }

    private static CommentView View(IncidentComment comment, Caller by) => new(
        comment.Id, comment.By, comment.At, comment.WithdrawnAt is null ? comment.Text : null, comment.WithdrawnAt, (comment.AccountId, comment.By) == (by.Id, by.Name),
        [.. comment.Mentions.OrderBy(m => m.Start).Select(m => (m.Start, m.Length))]);
}
