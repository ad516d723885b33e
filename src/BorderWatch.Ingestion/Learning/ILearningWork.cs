using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Learning;

namespace BorderWatch.Ingestion.Learning;

/// <summary>Learns from what editors ruled. Needs <see cref="Permission.ManageLearning"/>.</summary>
public interface ILearningWork
{
    /// <summary>
    /// Learns everything anew, and tests it against the rules. Switches nothing on; switches off what does not beat the rules any more, or says
    /// something else than when it was switched on.
    /// </summary>
    /// <returns>What was done; an error where another process is at it.</returns>
    Task<CommandResult<LearningRun>> LearnAsync(Caller by, CancellationToken cancellation);
}
