using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Review;

/// <summary>How long something has waited, in words.</summary>
public static class Age
{
    /// <summary>"just now", "12 min", "5 h", "3 days".</summary>
    public static string Of(DateTimeOffset since, DateTimeOffset now) => (now - since) switch
    {
        { TotalMinutes: < 1 } => Say.It("just now"),
        { TotalHours: < 1 } age => Say.It("{0} min", age.Minutes),
        { TotalHours: < 48 } age => Say.It("{0} h", (int)age.TotalHours),
        var age => Say.It("{0} days", (int)age.TotalDays),
    };
}
