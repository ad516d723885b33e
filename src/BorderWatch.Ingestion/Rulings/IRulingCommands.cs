using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Editors' decisions on fields. Each is one transaction with its revision; each can be undone.</summary>
public interface IRulingCommands
{
    /// <summary>Rules that a field has a value. Where somebody else ruled on the field since the editor began, nothing changes and theirs is given back.</summary>
    Task<CommandResult<CorrectionOutcome>> CorrectAsync(Correction correction, Caller by, CancellationToken cancellation);

    /// <summary>Takes a ruling away: the field is what reports add up to again.</summary>
    Task<CommandResult<Edited>> WithdrawAsync(Guid ruling, string? reason, Caller by, CancellationToken cancellation);

    /// <summary>Rules again what a ruling says, knowing what reports say by now: for one that is challenged, and for one that was superseded.</summary>
    Task<CommandResult<Edited>> RuleAgainAsync(Guid ruling, string? reason, Caller by, CancellationToken cancellation);
}
