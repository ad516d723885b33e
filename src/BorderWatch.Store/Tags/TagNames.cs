using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tags;

/// <summary>What a tag may be called, and which tag a word means.</summary>
public static class TagNames
{
    /// <summary>Characters, of a name, a synonym or a group.</summary>
    public const int Longest = 100;

    private const long Lock = 0x424F5244_54414753; // "BORDTAGS"

    /// <summary>A sentence where a word will not do as a name; null where it will.</summary>
    public static string? Fault(string name) =>
        name.Length is 0 or > Longest || name.Any(char.IsControl) ? $"A tag is a word or a few: from 1 to {Longest} characters." : null;

    /// <summary>The tags that a word means, one at most: by its name, a synonym, or the name that a merged tag had. Case does not count.</summary>
    public static IQueryable<Guid> Meaning(this BorderWatchDbContext db, string word) => db.Tags
        .Where(tag => tag.Name.ToLower() == word.ToLower() || tag.Synonyms.Any(synonym => synonym.Name.ToLower() == word.ToLower()))
        .Select(tag => tag.MergedIntoId ?? tag.Id);

    /// <summary>Keeps others from giving or taking a name until the transaction ends: names and synonyms are two tables, and no word may be in both.</summary>
    public static Task LockAsync(BorderWatchDbContext db, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
}
