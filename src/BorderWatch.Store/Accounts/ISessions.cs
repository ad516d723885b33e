namespace BorderWatch.Store.Accounts;

/// <summary>Who is signed in, at this moment: asked for every request and every command, so that a locked account loses its rights at once.</summary>
public interface ISessions
{
    /// <summary>Whose session it is and what they may do now; null where it has ended, or the account is locked or removed.</summary>
    Task<Caller?> CallerAsync(Guid session, CancellationToken cancellation);

    /// <summary>As <see cref="CallerAsync"/>, and notes that the session is in use.</summary>
    Task<Caller?> SeeAsync(Guid session, CancellationToken cancellation);
}
