using BorderWatch.Store.Accounts;

namespace BorderWatch.Store.Backfills;

/// <summary>Asks for the past of a source. Any process that polls sources does the work. All need <see cref="Permission.ManageSources"/>.</summary>
public interface IBackfillCommands
{
    /// <summary>Asks for what the outlet published in a period, by its site maps. Refused while another backfill of the source is not finished.</summary>
    /// <param name="sourceId">A source with a feed on the web.</param>
    /// <param name="from">The first day, UTC.</param>
    /// <param name="to">The last day, UTC; not in the future, and within ten years of the first.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<CommandResult<Guid>> StartAsync(Guid sourceId, DateOnly from, DateOnly to, Caller by, CancellationToken cancellation);

    /// <summary>Stops it between two pages; nothing that was taken in is lost.</summary>
    Task<CommandResult<Guid>> PauseAsync(Guid id, Caller by, CancellationToken cancellation);

    /// <summary>Goes on where it was paused, or where it failed.</summary>
    Task<CommandResult<Guid>> ResumeAsync(Guid id, Caller by, CancellationToken cancellation);

    /// <summary>Ends it for good, whatever is left; another can be asked for then.</summary>
    Task<CommandResult<Guid>> EndAsync(Guid id, Caller by, CancellationToken cancellation);

    /// <summary>Tries every item that failed once more.</summary>
    Task<CommandResult<Guid>> RetryAsync(Guid id, Caller by, CancellationToken cancellation);
}
