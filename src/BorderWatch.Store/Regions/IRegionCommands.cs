using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Regions;

/// <summary>Changes regions. Each call needs <see cref="Permission.ManageRegions"/> and is one transaction with its revision.</summary>
public interface IRegionCommands
{
    /// <summary>Makes a region.</summary>
    /// <param name="name">Its name, 1 to 200 characters, unique without regard to case.</param>
    /// <param name="parts">What it is made of, at least one, at most 500; a province whose country is listed as a whole is dropped, and a district likewise.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The new region's id, or a sentence that says what is wrong (no permission; name missing, too long or taken; no parts or too many; a part that is none: no such code, border or outline, a region in a ring).</returns>
    Task<CommandResult<Guid>> CreateAsync(string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation);

    /// <summary>The region of that name, made of these parts where there was none; one that is there already stays as it is.</summary>
    /// <param name="name">Its name, 1 to 200 characters; case does not count.</param>
    /// <param name="parts">What it is made of where it has to be made.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The region's id, new or not, or the sentence that <see cref="CreateAsync"/> gives.</returns>
    Task<CommandResult<Guid>> EnsureAsync(string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation);

    /// <summary>Gives a region another name and other parts; its incidents and sums follow.</summary>
    /// <param name="id">The region.</param>
    /// <param name="version"><see cref="Region.Version"/> as the caller read it.</param>
    /// <param name="name">Its name from now on, as <see cref="CreateAsync"/> takes it.</param>
    /// <param name="parts">All that it is made of from now on.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>Its id, or a sentence: what <see cref="CreateAsync"/> says, no such region, changed by somebody else since.</returns>
    Task<CommandResult<Guid>> ChangeAsync(Guid id, uint version, string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation);

    /// <summary>Deletes a region that nothing uses; its briefs stay. Needs <see cref="Permission.DeleteRegions"/>.</summary>
    /// <param name="id">The region.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>Its id, or a sentence: no permission, no such region, what still uses it.</returns>
    Task<CommandResult<Guid>> DeleteAsync(Guid id, Caller by, CancellationToken cancellation);
}
