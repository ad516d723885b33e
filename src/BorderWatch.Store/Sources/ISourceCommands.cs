namespace BorderWatch.Store.Sources;

/// <summary>Changes sources. Each call is one transaction with its revision.</summary>
public interface ISourceCommands
{
    /// <summary>Adds an outlet's feed.</summary>
    /// <param name="name">The outlet's name, 1 to 200 characters.</param>
    /// <param name="feedUrl">http or https address, or an absolute path of a file on the server.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2, or null.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The new source's id, or a sentence that says what is wrong (name or address missing, malformed or taken).</returns>
    Task<CommandResult<Guid>> AddFeedAsync(string name, string feedUrl, string? countryCode, string by, CancellationToken cancellation);

    /// <summary>Switches polling on or off.</summary>
    Task<CommandResult<bool>> SetEnabledAsync(Guid sourceId, bool enabled, string by, CancellationToken cancellation);
}
