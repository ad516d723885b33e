using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>What was done to an incident as a whole, as history and sentences name it.</summary>
public static class ReviewWords
{
    /// <summary>"confirmed", "rejected", "reopened".</summary>
    public static string Of(IncidentStatus status) => status switch
    {
        IncidentStatus.Confirmed => "confirmed",
        IncidentStatus.Rejected => "rejected",
        _ => "reopened",
    };

    /// <summary>"not a security incident" …</summary>
    public static string Of(RejectionReason reason) => reason switch
    {
        RejectionReason.NotSecurity => "not a security incident",
        RejectionReason.Duplicate => "a duplicate",
        RejectionReason.Unverified => "unverified",
        RejectionReason.OutsideRegion => "outside the region",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
