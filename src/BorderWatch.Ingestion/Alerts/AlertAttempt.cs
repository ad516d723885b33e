using BorderWatch.Store.Alerts;

namespace BorderWatch.Ingestion.Alerts;

/// <summary>What came of an attempt.</summary>
/// <param name="Succeeded">True where the receiver has it.</param>
/// <param name="Outcome">In a sentence, for the log.</param>
/// <param name="IsFinal">True where trying again cannot help.</param>
/// <param name="RetryAfter">How long the receiver asks to wait; null where it does not say.</param>
internal sealed record AlertAttempt(bool Succeeded, string Outcome, bool IsFinal = false, TimeSpan? RetryAfter = null)
{
    /// <summary>What becomes of the delivery, and when it is tried next.</summary>
    /// <param name="delivery">What was tried.</param>
    /// <param name="now">When the attempt ended.</param>
    /// <param name="chance">0 to 1: so that what failed together does not come back together.</param>
    /// <param name="options">How patient this installation is.</param>
    public (DeliveryStatus Status, DateTimeOffset NextAt) Settle(LeasedDelivery delivery, DateTimeOffset now, double chance, AlertOptions options)
    {
        if (Succeeded) return (DeliveryStatus.Sent, now);
        if (IsFinal || now - delivery.FirstTriedAt >= options.GiveUpAfter) return (DeliveryStatus.GivenUp, now);
        var wait = options.FirstRetry * Math.Pow(2, Math.Min(delivery.Attempt - 1, 20));
        if (wait > options.LongestRetry) wait = options.LongestRetry;
        wait *= 0.8 + 0.4 * chance;
        if (RetryAfter > wait) wait = RetryAfter.Value < options.LongestRetry ? RetryAfter.Value : options.LongestRetry;
        return (DeliveryStatus.Pending, now + wait);
    }
}
