using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Tags;

/// <summary>Orders the tags. Each call needs <see cref="Permission.ManageTags"/> and is one transaction with its revision.</summary>
public interface ITagCommands
{
    /// <summary>Makes a tag, or changes one. A name that it had stays as a synonym.</summary>
    /// <param name="id">Which one; null makes one.</param>
    /// <param name="draft">All of it as it is to be.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The tag's id, or a sentence that says what is wrong: no permission, a word that another tag has, a tag that has been merged.</returns>
    Task<CommandResult<Guid>> SaveAsync(Guid? id, TagDraft draft, Caller by, CancellationToken cancellation);

    /// <summary>Retires a tag: it stays where it is, and is not put on any more. Or brings it back.</summary>
    Task<CommandResult<Guid>> SetRetiredAsync(Guid id, bool isRetired, Caller by, CancellationToken cancellation);
}

/// <summary>A tag as it is to be.</summary>
/// <param name="Name">From 1 to 100 characters.</param>
/// <param name="Group">What it stands among; null for a free tag.</param>
/// <param name="Colour">Null for plain.</param>
/// <param name="Synonyms">Other words for it; at most 50.</param>
public sealed record TagDraft(string Name, string? Group, TagColour? Colour, IReadOnlyList<string> Synonyms)
{
    private const int MostSynonyms = 50;

    internal TagDraft Clean()
    {
        var name = Name.Trim();
        return new(name, Group?.Trim() is { Length: > 0 } group ? group : null, Colour,
            [.. Synonyms.Select(word => word.Trim()).Where(word => word.Length > 0 && !word.Equals(name, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    internal string? Error() => Synonyms.Prepend(Name).Select(TagNames.Fault).FirstOrDefault(fault => fault is not null)
        ?? (Group is not null && TagNames.Fault(Group) is not null ? $"A group's name has at most {TagNames.Longest} characters." : null)
        ?? (Synonyms.Count > MostSynonyms ? $"A tag has at most {MostSynonyms} synonyms." : null)
        ?? (Colour is { } colour && !Enum.IsDefined(colour) ? "There is no such colour." : null);
}
