using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Comments;

/// <summary>Reads comments; for those who may rule on incidents.</summary>
public interface ICommentQuery
{
    /// <summary>The comments on an incident and on those that were merged into it, the oldest first. Of a withdrawn one its author and times are there, and no text.</summary>
    Task<CommandResult<IReadOnlyList<CommentView>>> ListAsync(Guid incident, Caller by, CancellationToken cancellation);

    /// <summary>The comments that name the caller and that they have not put aside, the newest first; at most 100.</summary>
    Task<CommandResult<IReadOnlyList<MentionView>>> MentionsAsync(Caller by, CancellationToken cancellation);
}

/// <summary>A comment.</summary>
/// <param name="Id">Which.</param>
/// <param name="By">Who.</param>
/// <param name="At">UTC.</param>
/// <param name="Text">Plain text; null where it was withdrawn.</param>
/// <param name="WithdrawnAt">UTC; null while it stands.</param>
/// <param name="IsOwn">True where the caller wrote it.</param>
/// <param name="Names">Where it names somebody: start and length in UTF-16 code units, in the order of the text.</param>
public sealed record CommentView(Guid Id, string By, DateTimeOffset At, string? Text, DateTimeOffset? WithdrawnAt, bool IsOwn, IReadOnlyList<(int Start, int Length)> Names);

/// <summary>A comment that names somebody.</summary>
/// <param name="Comment">What was said.</param>
/// <param name="IncidentId">Of which incident; where that was merged since, its address leads on.</param>
/// <param name="Title">That incident's.</param>
public sealed record MentionView(CommentView Comment, Guid IncidentId, string Title);
