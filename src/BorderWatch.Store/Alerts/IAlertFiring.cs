namespace BorderWatch.Store.Alerts;

/// <summary>Looks whether rules fire. Any number of processes may; each rule is looked at by one at a time.</summary>
public interface IAlertFiring
{
    /// <summary>The rules that are switched on and whose owners may keep them, of a kind.</summary>
    Task<IReadOnlyList<Guid>> StandingAsync(AlertKind kind, CancellationToken cancellation);

    /// <summary>Looks at one rule; writes its notices, what they tell of and what is to leave, in one transaction.</summary>
    /// <returns>How many notices.</returns>
    Task<int> FireAsync(Guid ruleId, CancellationToken cancellation);
}
