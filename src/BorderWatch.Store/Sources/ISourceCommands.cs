using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Sources;

/// <summary>Changes sources. Each call needs <see cref="Permission.ManageSources"/> and is one transaction with its revision.</summary>
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
}
