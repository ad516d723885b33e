using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Casualties;

/// <summary>Makes the mention out of what a rule reported, and reads the flags off the words around.</summary>
internal static class MentionWriter
{
    private static readonly Dictionary<string, string[][]> BackgroundCues = Lexicon.Rows("background-cues.tsv")
        .Select(row => row[0].Split(' ')).GroupBy(words => words[0]).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The mention.</summary>
    public static CasualtyMention Write(CasualtyReading reading, Predicate predicate, Reported reported)
    {
        var group = reported.Group;
        var range = reported.Range ?? group.Range ?? default;
        var flags = reported.Flags;
        if (!group.IsNumbered) flags |= CasualtyFlags.Implied;
        if (range is { Low: 0, High: 0 }) flags |= CasualtyFlags.Negated;
        if (group.People.Count > 0 && group.People.All(IsAttacker)) flags |= CasualtyFlags.Attackers;
        if (!group.IsPronoun && group.To <= predicate.From && reading.Lower(group.To - 1) is "them" or "whom") flags |= CasualtyFlags.Part;
        if (group.IsPronoun || group.People.Count > 0 && group.People.All(phrase => phrase.IsDefinite)) flags |= CasualtyFlags.Again;
        if (!group.IsPronoun && Enumerable.Range(group.From, group.To - group.From).Any(i => reading.Lower(i) is "others" or "other" or "more" or "another") || reading.Lower(predicate.From - 1) == "also") flags |= CasualtyFlags.More;
        if (predicate is { Category: CasualtyCategory.Injured, Form: PredicateForm.Subject } && (reading.Lower(predicate.To - 1) is "treatment" or "treated" or "hospital" || reading.Lower(predicate.From + 1) == "treated")) flags = (flags | CasualtyFlags.Still) & ~CasualtyFlags.More;
        // "ten rebels were killed after one guard was shot": the earlier deed is another.
        if (group.From > 0 && group.IsNumbered && group.To <= predicate.From && reading.Lower(group.From - 1) == "after" && reading.Predicates[0].From < group.From && reading.Predicates[0].Category == reported.Category) flags |= CasualtyFlags.Background;
        // "Three have died after one man succumbed": the later death is among them.
        if (group.From > 0 && reading.Lower(group.From - 1) is "after" or "when" && reading.Lower(predicate.From) is "succumbed" or "died") flags |= CasualtyFlags.Part;
        // "Villagers laid the bodies on the road": those who carry the dead.
        if (predicate.Form == PredicateForm.Deaths && group.To <= predicate.From && Enumerable.Range(group.To, predicate.From - group.To).Any(i => reading.Lower(i) is "laid" or "carried" or "placed" or "buried" or "brought" or "received" or "handed" or "found" or "recovered")) flags |= CasualtyFlags.Background;
        flags |= Manner(reading, predicate, group);
        if (IsBackground(reading, predicate, group)) flags |= CasualtyFlags.Background;
        if ((flags & CasualtyFlags.Unrealised) == 0 && IsNegated(reading, predicate)) (range, flags) = (CasualtyRange.Exactly(0), flags | CasualtyFlags.Negated);
        return new CasualtyMention(reported.Category, range, reading.Span(group.From, group.To), reading.Span(predicate.From, predicate.End),
            group.Victims(reading), flags, reading.Sentence.Index, reading.Sentence.InTitle, $"casualties.{reported.Category.ToString().ToLowerInvariant()}.{reported.Rule}");
    }

    private static bool IsAttacker(PeoplePhrase phrase) =>
        phrase.Class is PeopleClass.Attacker || (phrase.Head is { } head && Words.Attackers.Contains(head));

    private static CasualtyFlags Manner(CasualtyReading reading, Predicate predicate, VictimGroup group)
    {
        var flags = CasualtyFlags.None;
        var from = Math.Max(0, Math.Min(predicate.From, group.To <= predicate.From ? Math.Max(group.To, predicate.From - 10) : predicate.From - 5));
        for (var i = from; i < predicate.From; i++)
        {
            var word = reading.Lower(i);
            if (Words.Hedges.Contains(word)) flags |= CasualtyFlags.Hedged;
            if (predicate.Form is PredicateForm.DeathOf or PredicateForm.Deaths or PredicateForm.Lives or PredicateForm.Toll) continue;
            if (predicate.From - i <= 5 && word is "would" or "could" or "will" or "should" && !reading.Lexemes.Slice(i, predicate.From - i).Any(lexeme => lexeme.Lower is "," or "that")) flags |= CasualtyFlags.Unrealised;
            if (predicate.From - i <= 3 && word is "may" or "might") flags |= CasualtyFlags.Hedged;
        }
        var before = reading.SkipLeft(predicate.From - 1);
        if (predicate.Form == PredicateForm.Base && reading.Lower(before) == "to" && reading.Lower(before - 1) is not ("managed" or "proceeded" or "on" or "able"))
            flags |= CasualtyFlags.Unrealised;
        if (reading.Lower(before) == "be" && reading.Lower(before - 1) == "to") flags |= CasualtyFlags.Unrealised;
        // "accused of killing", "wanted for killing", "convicted of murdering"
        if (predicate.Form is PredicateForm.Gerund or PredicateForm.SplitGerund && reading.Lower(predicate.From - 1) is "of" or "for" or "in" or "with" or "from" or "to" or "at"
            && Enumerable.Range(Math.Max(0, predicate.From - 4), Math.Min(4, predicate.From)).Any(i => Words.Topics.Contains(reading.Lower(i)) || reading.Lower(i) is "aimed")) flags |= CasualtyFlags.Background;
        return flags;
    }

    private static bool IsNegated(CasualtyReading reading, Predicate predicate)
    {
        if (predicate.Form is PredicateForm.DeathOf or PredicateForm.Toll or PredicateForm.Harm or PredicateForm.Deaths) return false;
        for (var i = predicate.From - 1; i >= 0 && predicate.From - i <= 3; i--)
        {
            if (reading.Lower(i) is "," or "and" or "but" or ";") return false;
            if (reading.Lower(i) is "not" or "n't" or "never" or "without" or "didn't" or "wasn't" or "weren't" && reading.Lower(i + 1) is not ("only" or "just")) return true;
        }
        return false;
    }

    private static bool IsBackground(CasualtyReading reading, Predicate predicate, VictimGroup group)
    {
        var from = Math.Min(predicate.From, group.From);
        while (from > 0 && reading.Lower(from - 1) is not (";" or "." or "but" or "while")) from--;
        var to = Math.Max(predicate.End, group.To);
        while (to < reading.Lexemes.Count && reading.Lower(to) is not (";" or "." or "but" or "while") && (to < Math.Max(predicate.End, group.To) + 3 || !reading.InPredicate(to))) to++;
        for (var i = from; i < to; i++)
        {
            if (!BackgroundCues.TryGetValue(reading.Lower(i), out var cues)) continue;
            foreach (var cue in cues)
            {
                var k = 1;
                while (k < cue.Length && i + k < to && (cue[k] == "#" ? reading.Lexemes[i + k].IsQuantity || reading.Lower(i + k) is "a" or "few" : cue[k] == "9" ? IsYear(reading.Lower(i + k)) : reading.Lower(i + k) == cue[k])) k++;
                if (k == cue.Length) return true;
            }
        }
        return false;
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsAsciiDigit) && word[0] is '1' or '2';
}
