using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Makes one tag of two.</summary>
public interface ITagMerging
{
    /// <summary>
    /// Puts one tag in another's place on every incident, in one transaction that one undo takes back. The name leads to the other tag from then on.
    /// Needs <see cref="Permission.ManageTags"/>.
    /// </summary>
    /// <param name="tag">The tag that goes.</param>
    /// <param name="into">The tag that stays.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels; nothing is changed then.</param>
    Task<CommandResult<Edited>> MergeAsync(Guid tag, Guid into, Caller by, CancellationToken cancellation);
}
