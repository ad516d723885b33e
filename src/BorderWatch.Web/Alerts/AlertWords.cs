using System.Globalization;
using BorderWatch.Store.Alerts;
using BorderWatch.Store.Escalation;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Alerts;

/// <summary>Rules and deliveries in words.</summary>
public static class AlertWords
{
    /// <summary>"3 incidents or 10 killed within 7 days", or what an escalation rule looks at.</summary>
    public static string Of(AlertRule rule) => rule.Kind == AlertKind.Escalation ? "A region’s week against its history" : Of(AlertThreshold.Of(rule));

    /// <summary>"Every incident", "3 incidents within 7 days", "10 killed or more within 7 days", "3 incidents and 10 killed or more within 7 days".</summary>
    public static string Of(AlertThreshold threshold)
    {
        if (threshold is { Incidents: 1, Killed: null }) return "Every incident";
        string?[] parts = [threshold.Incidents is { } n ? CountWords.Of(n, "incident") : null, threshold.Killed is { } k ? string.Create(CultureInfo.InvariantCulture, $"{k:N0} killed or more") : null];
        return $"{string.Join(threshold.Both ? " and " : " or ", parts.OfType<string>())} within {CountWords.Of(threshold.Days, "day")}";
    }

    /// <summary>When mail and webhooks leave.</summary>
    public static string Timing(AlertRule rule) => string.Create(CultureInfo.InvariantCulture,
        $"{(rule.Timing == AlertTiming.Digest ? $"once a day at {rule.DigestAt:HH:mm}" : "at once")}{(rule is { QuietFrom: { } from, QuietTo: { } to } ? $", not from {from:HH:mm} to {to:HH:mm}" : "")}, {rule.TimeZone}");

    /// <summary>How far a delivery has come.</summary>
    public static string Of(AlertDelivery delivery) => delivery.Status switch
    {
        DeliveryStatus.Sent => "Sent",
        DeliveryStatus.GivenUp => "Given up",
        DeliveryStatus.Dropped => "Not sent",
        _ when delivery.LeasedUntil is not null => "Under way:",
        _ when delivery.Attempts == 0 => "Waits:",
        _ => "Tried again:",
    };

    /// <summary>What a delivery brings: ", test", ", 2 notices", ", version 3", ", that a draft waits".</summary>
    public static string What(DeliveryRow row) =>
        row.IsTest ? ", test"
        : row.IsDraftNotice ? ", that a draft waits"
        : row.Delivery.BriefVersion is { } version ? $", version {version}{(row.Delivery.AttachesWord ? " with the Word document" : "")}"
        : $", {CountWords.Of(row.Delivery.NoticeIds.Count, "notice")}";

    /// <summary>"Would have fired 7 times in the last year, last on 12 Nov 2026."</summary>
    public static string Of(AlertPast past) => past.Times == 0
        ? "Would not have fired in the last year."
        : $"Would have fired {(past.Times == 1 ? "once" : $"{past.Times.ToString("N0", CultureInfo.InvariantCulture)} times")} in the last year, last for {Days(past.Newest[0])}.";

    /// <summary>"12 Nov 2026", or both ends.</summary>
    public static string Days((DateOnly From, DateOnly To) days) => DateWords.Period(days.From, days.To, Store.Incidents.TimePrecision.Day);

    /// <summary>What a type's week is beside what was expected; a sentence's end.</summary>
    public static string Verdict(EscalationReading reading, TypeWeek week) => (week.Expected, reading.VerdictOf(week)) switch
    {
        (null, _) => "too little history",
        (_, RangeVerdict.Above) => "more than expected",
        (_, RangeVerdict.Below) => "fewer than expected",
        ({ } expected, _) when expected.Of(week.Count) == RangeVerdict.Above => "more outlets are read than before: not comparable",
        ({ } expected, _) when expected.Of(week.Count) == RangeVerdict.Below => "outlets are silent: not comparable",
        _ => "as expected",
    };
}
