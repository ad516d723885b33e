using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Words;

/// <summary>Counts of people as a row shows them: never firmer than the reports are.</summary>
public static class CasualtyWords
{
    /// <summary>What stands where no report gives a number, which is not zero.</summary>
    public const string NotSaid = "not said";

    /// <summary>Short: "3", "13+", "5–8", "up to 8", "about 30", "5 (3–8)", "none", or <see cref="NotSaid"/>.</summary>
    public static string Short(CasualtyCount count) => (count.Low, count.Best, count.High) switch
    {
        (null, null, null) => NotSaid,
        (0 or null, 0, 0 or null) => "none",
        ({ } low, { } best, { } high) when low == best && best == high => $"{best}",
        (null, { } best, null) => $"about {best}",
        ({ } low, { } best, null) when low == best => $"{best}+",
        ({ } low, { } best, null) => $"{best} ({low}+)",
        (var low, { } best, { } high) => $"{best} ({low ?? 0}–{high})",
        (null or 0, null, { } high) => $"up to {high}",
        ({ } low, null, null) => $"{low}+",
        ({ } low, null, { } high) => low == high ? $"{low}" : $"{low}–{high}",
    };

    /// <summary>A sentence for readers who listen: "at least 13 killed", "5 to 8 injured", "killed: not said".</summary>
    public static string Spoken(CasualtyCount count, string what) => (count.Low, count.Best, count.High) switch
    {
        (null, null, null) => $"{what}: {NotSaid}",
        (0 or null, 0, 0 or null) => $"none {what}",
        ({ } low, null, null) => $"at least {low} {what}",
        (null, null, { } high) => $"up to {high} {what}",
        ({ } low, null, { } high) => low == high ? $"{low} {what}" : $"{low} to {high} {what}",
        (null, { } best, null) => $"about {best} {what}",
        (var low, { } best, var high) when (low ?? best) == best && (high ?? best) == best =>
            low is not null && high is null ? $"{best} or more {what}" : $"{best} {what}",
        (var low, { } best, var high) => $"probably {best} {what}, {(low is null ? "" : $"at least {low}")}{(low is null || high is null ? "" : ", ")}{(high is null ? "" : $"at most {high}")}",
    };
}
