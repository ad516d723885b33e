using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Briefs;

/// <summary>Makes and changes briefs. Each call is one transaction with its revision, and needs <see cref="Permission.ManageRegions"/>.</summary>
public interface IBriefCommands
{
    /// <summary>Makes a brief of a region and period: counts its figures and keeps them.</summary>
    /// <param name="regionId">The region.</param>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="to">Last day, inclusive.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The brief's id, or a sentence that says what is wrong.</returns>
    Task<CommandResult<Guid>> ComposeAsync(Guid regionId, DateOnly from, DateOnly to, Caller by, CancellationToken cancellation);

    /// <summary>Saves what somebody wrote as a new version; the brief is a draft again.</summary>
    /// <param name="briefId">The brief.</param>
    /// <param name="basedOn">The number of the version that they had before them; where somebody has saved another since, nothing is saved and the sentence says so.</param>
    /// <param name="text">What they wrote.</param>
    /// <param name="recount">True to count the figures anew, false to keep those of the version before.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The new version's number, or a sentence that says what is wrong.</returns>
    Task<CommandResult<int>> SaveAsync(Guid briefId, int basedOn, BriefText text, bool recount, Caller by, CancellationToken cancellation);

    /// <summary>Approves the newest version.</summary>
    /// <param name="briefId">The brief.</param>
    /// <param name="number">The version that they read; where there is a newer one, nothing is approved and the sentence says so.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CommandResult<bool>> ApproveAsync(Guid briefId, int number, Caller by, CancellationToken cancellation);
}
