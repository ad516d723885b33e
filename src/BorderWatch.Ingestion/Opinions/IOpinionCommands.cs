using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>Asks for second opinions by hand.</summary>
public interface IOpinionCommands
{
    /// <summary>How the configured model is called, as its claims carry it; null where none is configured, and nothing is ever sent.</summary>
    string? Model { get; }

    /// <summary>Asks for an opinion on an article's newest text, or once more where the last attempts failed. The answer comes later.</summary>
    /// <returns>The opinion's id, or why it cannot be asked for.</returns>
    Task<CommandResult<Guid>> AskAsync(Guid article, Caller by, CancellationToken cancellation);
}
