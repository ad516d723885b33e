using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>What editors say of incidents as a whole, of one or of many at once; each command is one transaction, and one undo takes it back.</summary>
public interface IReviewCommands
{
    /// <summary>Confirms, rejects or reopens. Where somebody else has changed the status of one since it was seen, nothing is changed.</summary>
    /// <param name="incidents">Each with the status that the editor has seen.</param>
    /// <param name="to">Confirmed, rejected, or unreviewed to reopen.</param>
    /// <param name="because">Needed to reject; else null.</param>
    /// <param name="reason">More, in the editor's words; may be null.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels; nothing is changed then.</param>
    Task<CommandResult<Edited>> ReviewAsync(
        IReadOnlyCollection<(Guid Id, IncidentStatus Seen)> incidents, IncidentStatus to, RejectionReason? because, string? reason, Caller by, CancellationToken cancellation);

    /// <summary>Gives incidents to somebody to look at, or to nobody; ends when somebody confirms or rejects them.</summary>
    /// <param name="incidents">Those that are that person's already are left alone.</param>
    /// <param name="to">An account that may rule on incidents; null for nobody.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels; nothing is changed then.</param>
    Task<CommandResult<Edited>> AssignAsync(IReadOnlyCollection<Guid> incidents, Guid? to, Caller by, CancellationToken cancellation);

    /// <summary>Puts a tag on; a synonym gives its tag, a word that is no tag yet becomes one, and a retired tag is refused.</summary>
    Task<CommandResult<Edited>> TagAsync(IReadOnlyCollection<Guid> incidents, string tag, Caller by, CancellationToken cancellation);

    /// <summary>Takes a tag off.</summary>
    Task<CommandResult<Edited>> UntagAsync(IReadOnlyCollection<Guid> incidents, string tag, Caller by, CancellationToken cancellation);
}
