using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>"Captured Laukkai", "Kiwanja was seized by the rebels": a town is no prisoner and no loot.</summary>
internal static class Captures
{
    private static readonly TriggerEntry Gain = TriggerLexicon.Shared.StartingWith("seize").First(entry => entry.Family == TriggerFamily.RebelGain);

    private static readonly HashSet<string> Kinds = ["the", "town", "city", "village", "district", "capital", "locality", "settlement", "strategic", "key", "border", "nearby", "of", "port"];

    /// <summary>Puts the taking of a place where the words alone told of an arrest, a seizure or an attack.</summary>
    public static void Resolve(SentenceFacts facts)
    {
        for (var i = 0; i < facts.Triggers.Count; i++)
        {
            var trigger = facts.Triggers[i];
            if (trigger.First != trigger.Last || trigger.Entry.Parts[0].Base is not ("capture" or "seize" or "overrun" or "occupy") || trigger.Family is TriggerFamily.RebelGain or TriggerFamily.GovernmentGain) continue;
            var at = trigger.Last + 1;
            while (Kinds.Contains(facts.Word(at))) at++;
            if (facts.Places.Exists(p => p.Level is ToponymLevel.Settlement or ToponymLevel.Admin2 && facts.TokenAt(p.Start) == at && Ends(facts, facts.TokenAt(p.End - 1) + 1)))
                facts.Triggers[i] = trigger with { Entry = Gain, Voice = TriggerVoice.Active };
        }
    }

    // "captured Mosul militants": whose they are.
    private static bool Ends(SentenceFacts facts, int next) =>
        next >= facts.Sentence.Tokens.Count || facts.Sentence.Tokens[next].Kind == Text.TokenKind.Mark || facts.Word(next) is "on" or "in" or "from" or "after" or "and" or "late" or "early" or "yesterday" or "today" or "town" or "city" or "district" or "village" or "last" or "this" or "without" or "following" or "near" or "overnight" or "by" or "with" or "when" or "at" or "for" or "to" or "as";
}
