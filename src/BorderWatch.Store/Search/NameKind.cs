namespace BorderWatch.Store.Search;

/// <summary>What has names that a search can ask for.</summary>
public enum NameKind
{
    /// <summary>Actors, by any of their names.</summary>
    Actor,

    /// <summary>Countries, regions, provinces and places.</summary>
    Place,

    /// <summary>Outlets.</summary>
    Source,

    /// <summary>Editors' words.</summary>
    Tag,

    /// <summary>Means, as incidents name them.</summary>
    Weapon,
}

/// <summary>What a name stands for.</summary>
public enum NamedThing
{
    /// <summary>An actor; the value is its id.</summary>
    Actor,

    /// <summary>A country; the value is its ISO 3166-1 alpha-2 code.</summary>
    Country,

    /// <summary>A region of the organisation; the value is its id.</summary>
    Region,

    /// <summary>A province; the value is its name as places carry it.</summary>
    Province,

    /// <summary>One place; the value is its id.</summary>
    Place,

    /// <summary>An outlet; the value is its id.</summary>
    Source,

    /// <summary>A tag; the value is its name.</summary>
    Tag,

    /// <summary>A weapon; the value is its name.</summary>
    Weapon,
}

/// <summary>Something that bears a name.</summary>
/// <param name="Thing">What it is.</param>
/// <param name="Value">What goes into a filter; see <see cref="NamedThing"/>.</param>
/// <param name="Name">The name to write.</param>
/// <param name="Note">What tells it from others of the same name; null where nothing does.</param>
/// <param name="IsExact">True where this name is the one that was typed, case and accents aside.</param>
public sealed record NamedMatch(NamedThing Thing, string Value, string Name, string? Note, bool IsExact);

/// <summary>Finds what bears a name: for completion while somebody types, and for reading what they typed.</summary>
public interface INameQuery
{
    /// <summary>What is called so, or begins with, contains or resembles it: exact names first. Nothing typed gives the first of all.</summary>
    /// <param name="kind">Among what.</param>
    /// <param name="typed">What was typed so far; case and accents do not count.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<IReadOnlyList<NamedMatch>> FindAsync(NameKind kind, string typed, int most, CancellationToken cancellation);
}
