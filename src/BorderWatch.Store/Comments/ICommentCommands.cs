using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Comments;

/// <summary>What editors say to each other of incidents; each needs <see cref="Permission.RuleOnIncidents"/>, is one transaction, and what is said or withdrawn writes a revision of the incident.</summary>
public interface ICommentCommands
{
    /// <summary>Says something.</summary>
    /// <returns>Whom it names, or a sentence that says what is wrong.</returns>
    Task<CommandResult<IReadOnlyList<string>>> AddAsync(Guid incident, string text, Caller by, CancellationToken cancellation);

    /// <summary>Takes one's own comment back: it is shown no more, and lies on nobody's desk.</summary>
    Task<CommandResult<bool>> WithdrawAsync(Guid comment, Caller by, CancellationToken cancellation);

    /// <summary>Puts a comment aside that names the caller.</summary>
    Task<CommandResult<bool>> PutAsideAsync(Guid comment, Caller by, CancellationToken cancellation);
}
