using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Takes commands back. What is taken back stays in the history, and so does that it was.</summary>
public interface IUndoCommands
{
    /// <summary>Takes a command back, whole; refused, with the reason, where somebody has changed since what it left.</summary>
    Task<CommandResult<Edited>> UndoAsync(Guid edit, Caller by, CancellationToken cancellation);

    /// <summary>Takes the caller's last command back that has not been yet.</summary>
    Task<CommandResult<Edited>> UndoLastAsync(Caller by, CancellationToken cancellation);
}
