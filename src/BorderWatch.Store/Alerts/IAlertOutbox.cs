namespace BorderWatch.Store.Alerts;

/// <summary>What is to leave. A delivery is leased, tried, and ended or put off; a process that dies leaves it to the others when the lease runs out.</summary>
public interface IAlertOutbox
{
    /// <summary>Takes deliveries that are due and that nobody has, the longest due first. One that is no longer wanted is dropped instead.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="lease">For how long; longer than an attempt can take.</param>
    /// <param name="cancellation">Cancels before anything is taken.</param>
    Task<IReadOnlyList<LeasedDelivery>> LeaseAsync(int most, TimeSpan lease, CancellationToken cancellation);

    /// <summary>Writes what came of an attempt into the log, and ends the delivery or puts it off.</summary>
    /// <param name="delivery">What was leased.</param>
    /// <param name="status">What it is now; <see cref="DeliveryStatus.Pending"/> puts it off.</param>
    /// <param name="nextAt">When it is tried next, UTC; of no account where it has ended.</param>
    /// <param name="outcome">What came of it, in a sentence; null writes no line, for an attempt that was broken off before it began.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>False where the lease had run out, so that another process has it: nothing is written.</returns>
    Task<bool> EndAsync(LeasedDelivery delivery, DeliveryStatus status, DateTimeOffset nextAt, string? outcome, CancellationToken cancellation);
}

/// <summary>A delivery in the hands of a process.</summary>
/// <param name="Id">The delivery; the same over all attempts.</param>
/// <param name="LeaseId">The lease.</param>
/// <param name="Target">To whom: a mail address; empty for a webhook.</param>
/// <param name="Attempt">The attempt's number, from 1.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="FirstTriedAt">When it was tried first, UTC: now, where this is the first attempt.</param>
public abstract record LeasedDelivery(Guid Id, Guid LeaseId, string Target, int Attempt, DateTimeOffset CreatedAt, DateTimeOffset FirstTriedAt);

/// <summary>Notices of a rule.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="LeaseId">The lease.</param>
/// <param name="Target">To whom.</param>
/// <param name="Attempt">The attempt's number, from 1.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="FirstTriedAt">When it was tried first, UTC.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Notices">What it tells, the oldest first; none for a test.</param>
public sealed record LeasedNotices(
    Guid Id, Guid LeaseId, string Target, int Attempt, DateTimeOffset CreatedAt, DateTimeOffset FirstTriedAt, AlertChannel Channel, AlertRule Rule, IReadOnlyList<AlertNotice> Notices)
    : LeasedDelivery(Id, LeaseId, Target, Attempt, CreatedAt, FirstTriedAt);

/// <summary>A brief by mail.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="LeaseId">The lease.</param>
/// <param name="Target">To whom.</param>
/// <param name="Attempt">The attempt's number, from 1.</param>
/// <param name="CreatedAt">When it was written, UTC.</param>
/// <param name="FirstTriedAt">When it was tried first, UTC.</param>
/// <param name="BriefId">The brief.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsNotice">True where it only tells that a draft waits; else the version was approved when it was queued.</param>
/// <param name="AttachesWord">Whether the Word document goes with it.</param>
public sealed record LeasedBrief(
    Guid Id, Guid LeaseId, string Target, int Attempt, DateTimeOffset CreatedAt, DateTimeOffset FirstTriedAt, Guid BriefId, int Version, bool IsNotice, bool AttachesWord)
    : LeasedDelivery(Id, LeaseId, Target, Attempt, CreatedAt, FirstTriedAt);
