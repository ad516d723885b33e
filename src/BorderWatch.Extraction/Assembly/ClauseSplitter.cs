using BorderWatch.Extraction.Events;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Cuts a sentence where it goes from one incident to another: "a drone strike hit …, while gunfire at … killed …".</summary>
internal static class ClauseSplitter
{
    private static readonly HashSet<string> Hinges = ["while", "whereas", "meanwhile", "separately", "elsewhere", ";"];

    /// <summary>The clauses, as first token and the token after the last.</summary>
    public static List<(int First, int End)> Split(SentenceFacts facts)
    {
        var tokens = facts.Sentence.Tokens;
        var clauses = new List<(int, int)>();
        var from = 0;
        for (var i = 1; i < tokens.Count; i++)
        {
            if (!IsHinge(facts, i) || !TellsAMeans(facts, from, i) || !TellsAMeans(facts, i, tokens.Count)) continue;
            clauses.Add((from, i));
            from = i;
        }
        clauses.Add((from, tokens.Count));
        return clauses;
    }

    private static bool IsHinge(SentenceFacts facts, int i)
    {
        var word = facts.Word(i);
        if (Hinges.Contains(word)) return word != "while" || !facts.Word(i + 1).EndsWith("ing", StringComparison.Ordinal);
        // "…, and in another attack …", "… and another bomb …"
        return word == "and" && (facts.Word(i + 1) is "another" or "separately" or "elsewhere"
            || facts.Word(i + 1) is "in" or "at" && facts.Word(i + 2) is "another" or "a" && facts.Word(i + 3) is "separate" or "second" or "attack" or "incident");
    }

    // "killed" alone names no means: "two were killed while three were hurt in a blast" is one incident.
    private static bool TellsAMeans(SentenceFacts facts, int from, int to)
    {
        foreach (var trigger in facts.Triggers)
        {
            if (trigger.First < from || trigger.First >= to || trigger.Standing > Standing.Referred) continue;
            if (trigger.Family is not (TriggerFamily.Killing or TriggerFamily.Injury or TriggerFamily.Reference or TriggerFamily.Operation or TriggerFamily.Arrest)
                && trigger.Entry.Weight >= 0.6) return true;
        }
        return false;
    }
}
