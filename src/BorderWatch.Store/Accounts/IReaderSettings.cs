namespace BorderWatch.Store.Accounts;

/// <summary>The language, time zone and date format of who has an account.</summary>
public interface IReaderSettings
{
    /// <summary>What the owner of a session chose; null where the session has no account behind it.</summary>
    Task<ReaderSettings?> FindAsync(Guid session, CancellationToken cancellation);

    /// <summary>Keeps one's own choice. A zone that this machine does not know, or a language that is no tag, is refused with a sentence.</summary>
    Task<CommandResult<bool>> SaveAsync(ReaderSettings settings, Caller by, CancellationToken cancellation);
}
