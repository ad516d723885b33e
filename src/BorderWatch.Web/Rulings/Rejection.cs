using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Rulings;

/// <summary>Why an editor rejects.</summary>
/// <param name="Reason">One of the four.</param>
/// <param name="Words">More about it; may be empty.</param>
public sealed record Rejection(RejectionReason Reason, string Words);
