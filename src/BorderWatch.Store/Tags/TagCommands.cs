using System.Text.Encodings.Web;
using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tags;

internal sealed class TagCommands(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : ITagCommands
{
    private const string Gone = "This tag has been merged into another in the meantime. Reload the page.";

    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<CommandResult<Guid>> SaveAsync(Guid? id, TagDraft draft, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageTags) is { } refusal) return new(default, refusal);
        draft = draft.Clean();
        if (draft.Error() is { } error) return new(default, error);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await TagNames.LockAsync(db, cancellation);
        if (await TakenAsync(db, id, draft, cancellation) is { } taken) return new(default, taken);

        var tag = id is null ? null : await FindAsync(db, id.Value, cancellation);
        if (id is not null && tag is null) return new(default, Gone);
        var before = tag is null ? null : Snapshot(tag);
        if (tag is null) db.Add(tag = new Tag { Name = draft.Name });
        var words = draft.Synonyms.ToList();
        // Addresses and habits know it by the name that it had.
        if (!tag.Name.Equals(draft.Name, StringComparison.OrdinalIgnoreCase) && !words.Contains(tag.Name, StringComparer.OrdinalIgnoreCase)) words.Add(tag.Name);
        (tag.Name, tag.Group, tag.Colour) = (draft.Name, draft.Group, draft.Colour);
        db.RemoveRange(tag.Synonyms.Where(synonym => !words.Contains(synonym.Name, StringComparer.OrdinalIgnoreCase)));
        db.AddRange(words.Where(word => !tag.Synonyms.Exists(synonym => synonym.Name.Equals(word, StringComparison.OrdinalIgnoreCase)))
            .Select(word => new TagSynonym { TagId = tag.Id, Name = word }).ToList());
        db.ChangeTracker.DetectChanges();
        db.Add(Revision(tag.Id, by, before is null ? "created" : "changed", before, Snapshot(tag)));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(tag.Id, null);
    }

    public async Task<CommandResult<Guid>> SetRetiredAsync(Guid id, bool isRetired, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageTags) is { } refusal) return new(default, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await TagNames.LockAsync(db, cancellation);
        if (await FindAsync(db, id, cancellation) is not { } tag) return new(default, Gone);
        if (tag.RetiredAt is not null == isRetired) return new(id, null);
        var before = Snapshot(tag);
        tag.RetiredAt = isRetired ? clock.GetUtcNow() : null;
        db.Add(Revision(id, by, isRetired ? "retired" : "brought back", before, Snapshot(tag)));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new(id, null);
    }

    private static Task<Tag?> FindAsync(BorderWatchDbContext db, Guid id, CancellationToken cancellation) =>
        db.Tags.Include(tag => tag.Synonyms).SingleOrDefaultAsync(tag => tag.Id == id && tag.MergedIntoId == null, cancellation);

    private static async Task<string?> TakenAsync(BorderWatchDbContext db, Guid? id, TagDraft draft, CancellationToken cancellation)
    {
        var words = draft.Synonyms.Prepend(draft.Name).Select(word => word.ToLowerInvariant()).ToList();
        var other = await db.Tags.Where(tag => tag.Id != id)
            .Where(tag => words.Contains(tag.Name.ToLower()) || tag.Synonyms.Any(synonym => words.Contains(synonym.Name.ToLower())))
            .Select(tag => new { tag.Name, IsMerged = tag.MergedIntoId != null, Synonym = tag.Synonyms.Where(synonym => words.Contains(synonym.Name.ToLower())).Select(synonym => synonym.Name).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        if (other is null) return null;
        return other switch
        {
            { Synonym: { } synonym } => $"“{synonym}” is a synonym of the tag “{other.Name}” already. Take it off there first, or choose another word.",
            { IsMerged: true } => $"“{other.Name}” was a tag and has been merged: its name leads to the other tag. Choose another word.",
            _ => $"There is a tag “{other.Name}” already. To make it a synonym, merge it.",
        };
    }

    private static Dictionary<string, string?> Snapshot(Tag tag) => new()
    {
        ["name"] = tag.Name,
        ["group"] = tag.Group,
        ["colour"] = tag.Colour?.ToString(),
        ["synonyms"] = tag.Synonyms.Count == 0 ? null : string.Join(", ", tag.Synonyms.Select(synonym => synonym.Name).Order(StringComparer.Ordinal)),
        ["retired"] = tag.RetiredAt is null ? null : "yes",
    };

    private Revision Revision(Guid tag, Caller by, string action, Dictionary<string, string?>? before, Dictionary<string, string?> after) => new()
    {
        SubjectType = "tag",
        SubjectId = tag,
        At = clock.GetUtcNow(),
        By = by.Name,
        Action = action,
        Changes = JsonSerializer.Serialize(after.Where(a => a.Value != before?[a.Key]).ToDictionary(a => a.Key, a => new { from = before?[a.Key], to = a.Value }), s_json),
    };
}
