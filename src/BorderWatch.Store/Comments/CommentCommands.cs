using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Store.History;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Comments;

/// <inheritdoc cref="ICommentCommands"/>
internal sealed class CommentCommands(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : ICommentCommands
{
    public async Task<CommandResult<IReadOnlyList<string>>> AddAsync(Guid incident, string text, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(null, refusal);
        text = text.ReplaceLineEndings("\n").Trim();
        if (Problem(text) is { } problem) return new(null, problem);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (!await db.Incidents.AnyAsync(i => i.Id == incident && i.MergedIntoId == null, cancellation)) return new(null, "There is no such incident any more. Reload the page; what you wrote is not saved.");
        var named = MentionReading.Read(text, await DeskCompany.AllAsync(db, cancellation)).DistinctBy(found => found.Person.Id).ToList();
        var comment = new IncidentComment
        {
            IncidentId = incident,
            AccountId = by.Id,
            By = by.Name,
            At = clock.GetUtcNow(),
            Text = text,
        };
        comment.Mentions.AddRange(named.Select(found => new CommentMention { CommentId = comment.Id, AccountId = found.Person.Id, Start = found.Start, Length = found.Length }));
        db.Add(comment);
        await SaveAsync(db, comment, by, "commented", null, Digest(text), cancellation);
        return new([.. named.Select(found => found.Person.Name)], null);
    }

    public async Task<CommandResult<bool>> WithdrawAsync(Guid comment, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(false, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var found = await db.IncidentComments.SingleOrDefaultAsync(c => c.Id == comment, cancellation);
        if (found is null || (found.AccountId, found.By) != (by.Id, by.Name)) return new(false, "Only who wrote a comment can withdraw it.");
        if (found.WithdrawnAt is not null) return new(false, "That comment was withdrawn already.");
        found.WithdrawnAt = clock.GetUtcNow();
        await SaveAsync(db, found, by, "withdrew a comment", Digest(found.Text), null, cancellation);
        return new(true, null);
    }

    public async Task<CommandResult<bool>> PutAsideAsync(Guid comment, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.RuleOnIncidents) is { } refusal) return new(false, refusal);
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var done = await db.CommentMentions.Where(m => m.CommentId == comment && m.AccountId == by.Id && m.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.DoneAt, now), cancellation);
        return done == 1 ? new(true, null) : new(false, "That lies on your desk no more; reload the page.");
    }

    private static string? Problem(string text) =>
        text.Length == 0 ? "Write something first."
        : text.Length > IncidentComment.Longest ? $"A comment has at most {IncidentComment.Longest} characters; this has {text.Length}. Say it in two."
        : text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) || string.Concat(text.EnumerateRunes()) != text ? "The comment holds a control character; type it anew."
        : null;

    // The chain of revisions tells an altered text by it, and holds no words that were withdrawn.
    private static string Digest(string text) => $"SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static async Task SaveAsync(BorderWatchDbContext db, IncidentComment comment, Caller by, string action, string? from, string? to, CancellationToken cancellation)
    {
        db.Add(new Revision
        {
            SubjectType = "incident",
            SubjectId = comment.IncidentId,
            At = comment.WithdrawnAt ?? comment.At,
            By = by.Name,
            Action = action,
            Changes = JsonSerializer.Serialize(new { comment = new { from, to } }),
        });
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
        await DeskSignals.SendAsync(db, comment.IncidentId, cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
