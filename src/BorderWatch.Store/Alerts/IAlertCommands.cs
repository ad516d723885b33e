using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Alerts;

/// <summary>
/// Changes alert rules. Each call needs <see cref="Permission.KeepAlerts"/> and touches the caller's own rules alone; sharing, and mailing to an
/// address that is not one's own, need <see cref="Permission.ManageRegions"/> as well. Each is one transaction with its revision.
/// </summary>
public interface IAlertCommands
{
    /// <summary>Makes a rule, or changes one.</summary>
    /// <param name="ruleId">The rule; null for a new one.</param>
    /// <param name="draft">What it is to be.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The rule's id, or a sentence that says what is wrong.</returns>
    Task<CommandResult<Guid>> SaveAsync(Guid? ruleId, AlertDraft draft, Caller by, CancellationToken cancellation);

    /// <summary>Switches a rule on or off. What comes while it is off is no news to it later; what waits to leave is dropped.</summary>
    Task<CommandResult<bool>> SetEnabledAsync(Guid ruleId, bool isEnabled, Caller by, CancellationToken cancellation);

    /// <summary>Deletes a rule with its notices.</summary>
    Task<CommandResult<bool>> DeleteAsync(Guid ruleId, Caller by, CancellationToken cancellation);

    /// <summary>Gives a rule another secret for webhooks and another address for its feed; the old ones end at once.</summary>
    Task<CommandResult<bool>> RenewKeysAsync(Guid ruleId, Caller by, CancellationToken cancellation);

    /// <summary>Sends a test by every way that the rule has; how it went stands in the log.</summary>
    /// <returns>How many ways.</returns>
    Task<CommandResult<int>> TestAsync(Guid ruleId, Caller by, CancellationToken cancellation);
}
