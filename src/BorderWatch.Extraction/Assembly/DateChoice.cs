using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Chooses when an incident happened among the dates that a text names.</summary>
internal static class DateChoice
{
    /// <summary>The date of the clause, else of its sentence; null where it names none that can be an incident's.</summary>
    public static DateMention? InClause(EventMention mention)
    {
        DateMention? best = null;
        var bestScore = double.MinValue;
        var trigger = mention.Main.Span;
        foreach (var date in mention.Facts.Dates)
        {
            if (!date.IsOccasion || date.Period.Precision == TimePrecision.Unknown) continue;
            var distance = Math.Min(Math.Abs(date.Span.Start - trigger.End), Math.Abs(trigger.Start - date.Span.End));
            var score = (mention.Holds(date.Span) ? 50 : 0) + (date.Period.Precision == TimePrecision.Day ? 60 : 0) - distance / 4.0;
            if (IsAnotherEvents(mention.Facts, date)) score -= 70;
            // "an overnight raid … early Wednesday": the weekday says which night.
            if (date.Rule == "dates.overnight") score -= 40;
            if (IsAftermath(mention.Facts, date) || IsOfPlan(mention, date)) continue;
            if (score > bestScore) (best, bestScore) = (date, score);
        }
        return best;
    }

    // "killed a commander who was preparing to attack on Saturday": the day of what he planned.
    private static bool IsOfPlan(EventMention mention, DateMention date) => mention.Main.Span.End <= date.Span.Start
        && mention.Facts.Triggers.Exists(t => t.Standing == Standing.Unreal && t.First > mention.Main.Last && t.Span.End <= date.Span.Start);

    // "the toll rose to 21 on Saturday", "were set free on Sunday night": after the incident.
    private static bool IsAftermath(SentenceFacts facts, DateMention date)
    {
        var first = facts.TokenAt(date.Span.Start);
        // "The ministry on Friday raised the toll"
        if (facts.Word(facts.TokenAt(date.Span.End - 1) + 1) is "raised" or "rejected" or "denied" or "put" or "named" or "condemned" or "announced" or "accused" or "confirmed" or "said" or "identified") return true;
        for (var i = first - 1; i >= Math.Max(0, first - 6); i--)
        {
            if (facts.Word(i) is "rose" or "risen" or "climbed" or "freed" or "released" or "rescued" or "returned" || facts.Word(i) == "free" && facts.Word(i - 1) == "set") return true;
            if (facts.Triggers.Exists(t => t.First <= i && i <= t.Last && t.Voice != TriggerVoice.Nominal)) return false;
        }
        return false;
    }

    // "one of those behind the May 7 raid": the date belongs to the noun that follows, which is told for what it says of somebody.
    private static bool IsAnotherEvents(SentenceFacts facts, DateMention date)
    {
        var (first, last) = (facts.TokenAt(date.Span.Start), facts.TokenAt(date.Span.End - 1));
        // "during Saturday's election": the day of the vote, and of the attack only where nothing else tells.
        if (facts.Word(last + 1) is "'s" or "’s" && facts.Word(last + 2) is "election" or "elections" or "vote" or "poll" or "polls" or "referendum" or "summit" or "ceremony" or "match" or "visit" or "talks" or "meeting") return true;
        return facts.Word(first - 1) == "the" && facts.Word(first - 2) is "behind" or "in" or "of" or "for" or "after" or "since" or "to" && facts.Triggers.Exists(t => t.First > last && t.First <= last + 3);
    }
}
