using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Sources;

/// <summary>Changes sources. Each call needs <see cref="Permission.ManageSources"/> where it says nothing else, and is one transaction with its revision.</summary>
public interface ISourceCommands
{
    /// <summary>Adds an outlet's feed.</summary>
    /// <param name="name">The outlet's name, 1 to 200 characters.</param>
    /// <param name="feedUrl">http or https address, or, from <see cref="Caller.Local"/> alone, an absolute path of a file on the server.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2, or null.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The new source's id, or a sentence that says what is wrong (no permission; name or address missing, malformed or taken).</returns>
    Task<CommandResult<Guid>> AddFeedAsync(string name, string feedUrl, string? countryCode, Caller by, CancellationToken cancellation);

    /// <summary>Switches polling on or off.</summary>
    Task<CommandResult<bool>> SetEnabledAsync(Guid sourceId, bool enabled, Caller by, CancellationToken cancellation);

    /// <summary>Sets how long passes between two polls, from 5 minutes to 7 days.</summary>
    Task<CommandResult<TimeSpan>> SetPollIntervalAsync(Guid sourceId, TimeSpan interval, Caller by, CancellationToken cancellation);

    /// <summary>Says how far the outlet is trusted. An editor's judgement: needs <see cref="Permission.RuleOnIncidents"/>.</summary>
    /// <param name="sourceId">The source.</param>
    /// <param name="reliability">Null takes the judgement back.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CommandResult<bool>> GradeAsync(Guid sourceId, SourceReliability? reliability, Caller by, CancellationToken cancellation);
}
