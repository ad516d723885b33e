using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Knows clauses that speak of violence in general: "recent attacks have undermined confidence", "attacks on companies worry investors".</summary>
internal static class Generic
{
    private static readonly HashSet<string> Happened = ["broke", "erupted", "took", "occurred", "happened", "continued", "carried", "rocked", "hit", "shook", "left", "leaving", "killed", "killing", "wounded", "injured", "struck", "targeted", "reported", "started", "began", "lasted", "ensued", "raged", "caused", "claimed", "staged", "held", "organised", "organized", "resumed", "followed", "displaced", "forced", "conducted", "launched", "mounted", "intensified", "spread", "observed", "ended", "turned", "demanding", "demanded", "registered", "recorded", "damaged", "destroyed"];

    private static readonly HashSet<string> Quantifiers = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "multiple", "twin", "series", "simultaneous", "coordinated", "string", "dozens", "numerous", "many", "some", "various", "separate"];

    /// <summary>True where nothing in the clause happens on an occasion: only bare plurals, no count, no date, no verb of happening.</summary>
    public static bool IsTalk(SentenceFacts facts, (int First, int End) clause, List<Trigger> triggers, List<CasualtyMention> casualties)
    {
        if (facts.Sentence.InTitle || casualties.Exists(c => c.IsCount) || facts.Dates.Exists(d => d.IsOccasion)) return false;
        foreach (var trigger in triggers)
        {
            if (trigger.Family is TriggerFamily.Protest or TriggerFamily.Clash && HasHappened(facts, clause)) return false;
            if (trigger.Family == TriggerFamily.Reference) continue;
            if (trigger.Voice != TriggerVoice.Nominal && trigger.Standing == Standing.Asserted && trigger.Entry.Weight >= 0.4) return false;
            if (trigger.Voice == TriggerVoice.Nominal && !IsBarePlural(facts, trigger)) return false;
        }
        return !HasHappened(facts, clause);
    }

    private static bool HasHappened(SentenceFacts facts, (int First, int End) clause)
    {
        for (var i = clause.First; i < clause.End; i++)
            if (Happened.Contains(facts.Word(i))) return true;
        return false;
    }

    private static bool IsBarePlural(SentenceFacts facts, Trigger trigger)
    {
        var word = facts.Word(trigger.Last);
        if (word is not ("violence" or "fighting") && !word.EndsWith('s')) return false;
        for (var i = Math.Max(0, trigger.First - 3); i < trigger.First; i++)
            if (Quantifiers.Contains(facts.Word(i)) || facts.Sentence.Tokens[i].Kind == TokenKind.Number) return false;
        return true;
    }
}
