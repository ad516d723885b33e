namespace BorderWatch.Store.Tags;

/// <summary>Reads the tags.</summary>
public interface ITagQuery
{
    /// <summary>All tags that stand, by group and name, free ones last.</summary>
    Task<IReadOnlyList<TagRow>> ListAsync(CancellationToken cancellation);

    /// <summary>The words that may be put on: names of tags that are not retired, and their synonyms.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<IReadOnlyList<TagOffer>> OfferedAsync(int most, CancellationToken cancellation);
}

/// <summary>A tag with what is known of it.</summary>
/// <param name="Id">The tag.</param>
/// <param name="Name">Its name.</param>
/// <param name="Group">Null for a free tag.</param>
/// <param name="Colour">Null for plain.</param>
/// <param name="RetiredAt">Null while it is put on.</param>
/// <param name="Synonyms">Other words for it.</param>
/// <param name="Merged">The names of the tags that were merged into it.</param>
/// <param name="Incidents">How many incidents carry it, rejected and merged ones left out.</param>
public sealed record TagRow(
    Guid Id, string Name, string? Group, TagColour? Colour, DateTimeOffset? RetiredAt, IReadOnlyList<string> Synonyms, IReadOnlyList<string> Merged, int Incidents);

/// <summary>A word that may be put on.</summary>
/// <param name="Word">What to type.</param>
/// <param name="Tag">The tag that it gives.</param>
/// <param name="Group">The tag's group; null for a free tag.</param>
public sealed record TagOffer(string Word, string Tag, string? Group);

/// <summary>A tag as an incident shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Group">Null for a free tag.</param>
/// <param name="Colour">Null for plain.</param>
public sealed record TagMark(string Name, string? Group, TagColour? Colour);
