using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Regions;

/// <summary>Changes regions. Each call needs <see cref="Permission.ManageRegions"/> and is one transaction with its revision.</summary>
public interface IRegionCommands
{
    /// <summary>Makes a region.</summary>
    /// <param name="name">Its name, 1 to 200 characters, unique without regard to case.</param>
    /// <param name="parts">What it is made of, at least one; a province whose country is listed as a whole is dropped.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The new region's id, or a sentence that says what is wrong (no permission; name missing, too long or taken; no parts; a country code that is not two letters).</returns>
    Task<CommandResult<Guid>> CreateAsync(string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation);

    /// <summary>The region of that name, made of these parts where there was none; one that is there already stays as it is.</summary>
    /// <param name="name">Its name, 1 to 200 characters; case does not count.</param>
    /// <param name="parts">What it is made of where it has to be made.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The region's id, new or not, or the sentence that <see cref="CreateAsync"/> gives.</returns>
    Task<CommandResult<Guid>> EnsureAsync(string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation);
}

/// <summary>A country, or one province of it.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Admin1">The province's name as places carry it; null for the whole country.</param>
public readonly record struct RegionPart(string CountryCode, string? Admin1);
