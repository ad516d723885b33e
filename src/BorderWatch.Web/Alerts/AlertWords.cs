using BorderWatch.Store.Alerts;
using BorderWatch.Store.Escalation;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Alerts;

/// <summary>Rules and deliveries in words.</summary>
public static class AlertWords
{
    /// <summary>"3 incidents or 10 killed within 7 days", or what an escalation rule looks at.</summary>
    public static string Of(AlertRule rule) => rule.Kind == AlertKind.Escalation ? Say.It("A region’s week against its history") : Of(AlertThreshold.Of(rule));

    /// <summary>"Every incident", "3 incidents within 7 days", "10 killed or more within 7 days", "3 incidents and 10 killed or more within 7 days".</summary>
    public static string Of(AlertThreshold threshold)
    {
        if (threshold is { Incidents: 1, Killed: null }) return Say.It("Every incident");
        string?[] parts = [threshold.Incidents is { } n ? CountWords.Of(n, "incident") : null, threshold.Killed is { } k ? Say.It("{0:N0} killed or more", k) : null];
        return Say.It("{0} within {1}", string.Join(threshold.Both ? Say.It(" and ") : Say.It(" or "), parts.OfType<string>()), CountWords.Of(threshold.Days, "day"));
    }

    /// <summary>When mail and webhooks leave.</summary>
    public static string Timing(AlertRule rule) => Say.It("{0}{1}, {2}", rule.Timing == AlertTiming.Digest ? Say.It("once a day at {0:HH:mm}", rule.DigestAt) : Say.It("at once"),
        rule is { QuietFrom: { } from, QuietTo: { } to } ? Say.It(", not from {0:HH:mm} to {1:HH:mm}", from, to) : "", rule.TimeZone);

    /// <summary>How far a delivery has come.</summary>
    public static string Of(AlertDelivery delivery) => delivery.Status switch
    {
        DeliveryStatus.Sent => Say.It("Sent"),
        DeliveryStatus.GivenUp => Say.It("Given up"),
        DeliveryStatus.Dropped => Say.It("Not sent"),
        _ when delivery.LeasedUntil is not null => Say.It("Under way:"),
        _ when delivery.Attempts == 0 => Say.It("Waits:"),
        _ => Say.It("Tried again:"),
    };

    /// <summary>What a delivery brings: ", test", ", 2 notices", ", version 3", ", that a draft waits".</summary>
    public static string What(DeliveryRow row) =>
        row.IsTest ? Say.It(", test")
        : row.IsDraftNotice ? Say.It(", that a draft waits")
        : row.Delivery.BriefVersion is { } version ? row.Delivery.AttachesWord ? Say.It(", version {0} with the Word document", version) : Say.It(", version {0}", version)
        : Say.It(", {0}", CountWords.Of(row.Delivery.NoticeIds.Count, "notice"));

    /// <summary>"Would have fired 7 times in the last year, last on 12 Nov 2026."</summary>
    public static string Of(AlertPast past) => past.Times == 0
        ? Say.It("Would not have fired in the last year.")
        : Say.Count(past.Times, "Would have fired once in the last year, last for {1}.", "Would have fired {0} times in the last year, last for {1}.", Days(past.Newest[0]));

    /// <summary>"12 Nov 2026", or both ends.</summary>
    public static string Days((DateOnly From, DateOnly To) days) => DateWords.Period(days.From, days.To, Store.Incidents.TimePrecision.Day);

    /// <summary>What a type's week is beside what was expected; a sentence's end.</summary>
    public static string Verdict(EscalationReading reading, TypeWeek week) => (week.Expected, reading.VerdictOf(week)) switch
    {
        (null, _) => Say.It("too little history"),
        (_, RangeVerdict.Above) => Say.It("more than expected"),
        (_, RangeVerdict.Below) => Say.It("fewer than expected"),
        ({ } expected, _) when expected.Of(week.Count) == RangeVerdict.Above => Say.It("more outlets are read than before: not comparable"),
        ({ } expected, _) when expected.Of(week.Count) == RangeVerdict.Below => Say.It("outlets are silent: not comparable"),
        _ => Say.It("as expected"),
    };
}
