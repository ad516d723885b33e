using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Learning;

/// <summary>Switches what was learnt. Needs <see cref="Permission.ManageLearning"/>; each call is one transaction with its revision.</summary>
public interface ILearningCommands
{
    /// <summary>
    /// Switches one thing on or off; it holds from the next article on. To switch on is refused where it does not beat the rules by cross-validation.
    /// What was read before stays until its articles are read anew (<c>borderwatch reprocess</c>).
    /// </summary>
    /// <returns>Whether it is on.</returns>
    Task<CommandResult<bool>> SwitchAsync(Guid thing, bool on, Caller by, CancellationToken cancellation);
}
