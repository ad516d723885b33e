using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;

namespace BorderWatch.Store.Briefs;

/// <summary>Sends approved briefs by mail, through the outbox of alerts. Each call needs <see cref="Permission.ManageRegions"/>.</summary>
public interface IBriefMail
{
    /// <summary>Queues an approved brief for addresses. One that has that version, or is being sent it, does not get it again.</summary>
    /// <param name="briefId">The brief.</param>
    /// <param name="number">The version that the sender read; where there is a newer one, nothing is sent and the sentence says so.</param>
    /// <param name="to">Addresses, separated by commas.</param>
    /// <param name="attachWord">Whether the Word document goes with it.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    Task<CommandResult<BriefSending>> SendAsync(Guid briefId, int number, string to, bool attachWord, Caller by, CancellationToken cancellation);

    /// <summary>What left of a brief, or is to leave, the newest first, at most 200.</summary>
    Task<CommandResult<IReadOnlyList<DeliveryRow>>> LogAsync(Guid briefId, Caller by, CancellationToken cancellation);

    /// <summary>The accounts that can be mailed to, by name: neither locked nor removed.</summary>
    Task<CommandResult<IReadOnlyList<MailRecipient>>> RecipientsAsync(Caller by, CancellationToken cancellation);
}

/// <summary>What came of a request to send.</summary>
/// <param name="Queued">To so many addresses it is sent.</param>
/// <param name="Already">So many have it already, or are being sent it.</param>
public sealed record BriefSending(int Queued, int Already);

/// <summary>Somebody with an account.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Address">Their mail address.</param>
public sealed record MailRecipient(string Name, string Address);
