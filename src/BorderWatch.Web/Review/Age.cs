namespace BorderWatch.Web.Review;

/// <summary>How long something has waited, in words.</summary>
public static class Age
{
    /// <summary>"just now", "12 min", "5 h", "3 days".</summary>
    public static string Of(DateTimeOffset since, DateTimeOffset now) => (now - since) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } age => $"{age.Minutes} min",
        { TotalHours: < 48 } age => $"{(int)age.TotalHours} h",
        var age => $"{(int)age.TotalDays} days",
    };
}
