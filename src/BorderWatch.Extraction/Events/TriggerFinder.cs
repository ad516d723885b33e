using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Events;

/// <summary>Finds the words that name incidents, and how they stand. Pure and safe for many threads.</summary>
public static class TriggerFinder
{
    /// <summary>Every trigger of the sentence in order, not overlapping, the longest phrase first.</summary>
    public static List<Trigger> Find(Sentence sentence)
    {
        var tokens = sentence.Tokens;
        var triggers = new List<Trigger>();
        List<StandingRules.Found>? cues = null;
        var bases = new List<string>(8);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind != TokenKind.Word || !TriggerLexicon.Shared.MayBegin(tokens[i].Lower) || Match(tokens, i, bases) is not { } match) continue;
            cues ??= StandingRules.Shared.Find(tokens);
            var (standing, cue) = StandingRules.Judge(cues, tokens, match.Entry, i, match.Last);
            var voice = match.Entry.Word == TriggerWord.Verb ? VerbUse.Voice(tokens, i, match.Last, match.Entry) : TriggerVoice.Nominal;
            triggers.Add(new Trigger(match.Entry, sentence, i, match.Last, voice, standing, cue));
            i = match.Last;
        }
        Correct(triggers);
        return triggers;
    }

    // "Killed a pedestrian when they opened fire": what looks like an accident's word stands beside a plain attack.
    private static void Correct(List<Trigger> triggers)
    {
        if (!triggers.Exists(t => t.Standing == Standing.Asserted && t.Entry.Weight >= 0.8
            && t.Family is TriggerFamily.Shooting or TriggerFamily.SuicideBomb or TriggerFamily.Ambush or TriggerFamily.Grenade or TriggerFamily.Shelling or TriggerFamily.AirStrike)) return;
        for (var i = 0; i < triggers.Count; i++)
            if (triggers[i] is { Standing: Standing.Harmless, Family: TriggerFamily.Killing or TriggerFamily.Injury }) triggers[i] = triggers[i] with { Standing = Standing.Asserted, Cue = null };
    }

    private static (TriggerEntry Entry, int Last)? Match(Sequence<Token> tokens, int i, List<string> bases)
    {
        bases.Clear();
        Inflection.Bases(tokens[i].Lower, bases);
        (TriggerEntry Entry, int Last)? best = null;
        foreach (var candidate in bases)
        {
            foreach (var entry in TriggerLexicon.Shared.StartingWith(candidate))
            {
                if (candidate != tokens[i].Lower && !entry.Parts[0].Inflects) continue;
                if (best is { } so && entry.Parts.Count <= so.Entry.Parts.Count) continue;
                if (entry.Parts.Count == 1 && entry.Word != TriggerWord.Phrase && !FitsUse(tokens, i, entry)) continue;
                if (entry.Word == TriggerWord.Noun ? !CanBeNoun(tokens, i, entry) : entry.Word == TriggerWord.Verb && entry.Parts.Count > 1 && VerbUse.IsPlainNoun(tokens, i)) continue;
                if (End(tokens, i, entry) is { } last) best = (entry, last);
            }
        }
        return best;
    }

    // Only where the lexicon has the word both as verb and as noun does its use decide.
    private static bool FitsUse(Sequence<Token> tokens, int i, TriggerEntry entry) =>
        (entry.Word == TriggerWord.Verb) == VerbUse.IsVerb(tokens, i);

    // "It is striking that" is no strike, "March 4" no march, "sit in bed" no sit-in.
    private static bool CanBeNoun(Sequence<Token> tokens, int i, TriggerEntry entry)
    {
        var lower = tokens[i].Lower;
        var first = entry.Parts[0].Base;
        if (lower != first && entry.Parts.Count == 1 && (lower.EndsWith("ing", StringComparison.Ordinal) || lower.EndsWith("ed", StringComparison.Ordinal)) && !IsAlsoVerb(first)) return false;
        if (first == "march" && tokens[i].IsCapitalised) return i > 0 && tokens[i - 1].IsCapitalised && (i + 1 >= tokens.Count || tokens[i + 1].Kind != TokenKind.Number);
        return first != "sit" || VerbUse.IsPlainNoun(tokens, i) || i + 1 < tokens.Count && tokens[i + 1].Written == "-";
    }

    // "Accused of attacking" names an attack; "striking" no strike.
    private static bool IsAlsoVerb(string first)
    {
        foreach (var entry in TriggerLexicon.Shared.StartingWith(first))
            if (entry is { Word: TriggerWord.Verb, Parts.Count: 1 }) return true;
        return false;
    }

    private static int? End(Sequence<Token> tokens, int i, TriggerEntry entry)
    {
        var at = i;
        for (var p = 1; p < entry.Parts.Count; p++)
        {
            var part = entry.Parts[p];
            var found = -1;
            var skipped = 0;
            for (var j = at + 1; j < tokens.Count && skipped <= (part.GapBefore ? 4 : 0); j++)
            {
                if (tokens[j].Lower is "-" or "–") continue;
                if (tokens[j].Kind == TokenKind.Mark) break;
                if (IsForm(tokens[j].Lower, part)) { found = j; break; }
                skipped++;
            }
            if (found < 0) return null;
            at = found;
        }
        return at;
    }

    private static bool IsForm(string lower, TriggerPart part)
    {
        if (lower == part.Base) return true;
        if (!part.Inflects || lower.Length < part.Base.Length - 1 || lower[0] != part.Base[0]) return false;
        var bases = new List<string>(6);
        Inflection.Bases(lower, bases);
        return bases.Contains(part.Base);
    }
}
