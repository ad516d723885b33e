using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Which reports are of one incident, as editors see it. What an editor has arranged the machine leaves so.</summary>
public interface IMergeCommands
{
    /// <summary>What an incident's values would become; changes nothing.</summary>
    Task<CommandResult<MergePreview>> PreviewAsync(Guid into, IReadOnlyCollection<Guid> others, Caller by, CancellationToken cancellation);

    /// <summary>Makes other incidents part of one: their reports, tags, and rulings on fields that it has no ruling on. Their addresses lead to it.</summary>
    Task<CommandResult<Edited>> MergeAsync(Guid into, IReadOnlyCollection<Guid> others, string? reason, Caller by, CancellationToken cancellation);

    /// <summary>Splits reports off into a new incident.</summary>
    /// <returns>The new incident is the last of <see cref="Edited.Incidents"/>.</returns>
    Task<CommandResult<Edited>> SplitAsync(Guid from, IReadOnlyCollection<Guid> reports, string? reason, Caller by, CancellationToken cancellation);

    /// <summary>Says that two incidents that look alike are two.</summary>
    Task<CommandResult<Edited>> PartAsync(Guid one, Guid other, Caller by, CancellationToken cancellation);
}

/// <summary>What a merge would change.</summary>
/// <param name="Reports">How many reports the incident would have.</param>
/// <param name="Fields">Every field in words, as it is and as it would be.</param>
public sealed record MergePreview(int Reports, IReadOnlyList<PreviewedField> Fields);

/// <summary>A field of a preview.</summary>
/// <param name="Name">"killed", "place" …</param>
/// <param name="Now">In words; null where nothing is known.</param>
/// <param name="Then">In words; null where nothing would be known.</param>
public sealed record PreviewedField(string Name, string? Now, string? Then);
