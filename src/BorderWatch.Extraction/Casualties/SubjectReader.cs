using BorderWatch.Extraction.Phrases;

namespace BorderWatch.Extraction.Casualties;

/// <summary>Reads the people before a predicate: the subject of a passive, of "died", or what stands right before "dead".</summary>
internal static class SubjectReader
{
    /// <summary>A subject stands at most so many lexemes before its verb.</summary>
    private const int Farthest = 60;

    /// <summary>The subject whose clause ends before <paramref name="end"/>; null where there is none.</summary>
    public static VictimGroup? Subject(CasualtyReading reading, int end)
    {
        var last = BeforeAside(reading, reading.SkipLeft(end - 1));
        if (last > 0 && reading.Lower(last) == "," && BeforeRelative(reading, last) is { } antecedent) return new VictimGroup([antecedent]);
        if (last < 0) return null;
        if (reading.Lower(last) is "he" or "she" or "him") return VictimGroup.Pronoun(last, 1);
        if (reading.Lower(last) is "they") return VictimGroup.Pronoun(last, null);
        if (reading.Lower(last) is "another") return VictimGroup.Pronoun(last, 1);
        if (reading.Lower(last) is "who" or "whom" or "which" or "that") return Antecedent(reading, last);
        var begin = ClauseStart(reading, last);
        var candidates = Candidates(reading, begin, last + 1);
        var named = Named(reading, begin, last + 1);
        if (named is not null && (candidates.Count == 0 || candidates[^1].To <= named[0].From && !IsAppositionOf(reading, named[0], candidates[^1])))
        {
            var before = candidates.Count > 0 ? Coordinated(reading, [.. candidates, named[0]]) : [];
            return new VictimGroup(before.Count > 1 ? [.. before[..^1], .. named] : named);
        }
        // "Three men who had crossed the river were killed"
        if (candidates.Count == 0)
            for (var i = last - 1; i > 0 && last - i < 14; i--)
                if (reading.Lower(i) == "who" && reading.EndingAt(i) is { } antecedents) return new VictimGroup([antecedents]);
                else if (reading.Lower(i) is "," or ";" or ":" || reading.InPredicate(i)) break;
        return candidates.Count == 0 ? null : new VictimGroup(WithNames(reading, begin, Coordinated(reading, candidates)));
    }

    /// <summary>The phrase that ends right before <paramref name="end"/>, with what is coordinated to it: "three soldiers and a civilian dead".</summary>
    public static VictimGroup? RightBefore(CasualtyReading reading, int end)
    {
        var last = reading.SkipLeft(end - 1);
        if (last < 0) return null;
        var begin = ClauseStart(reading, last);
        if (reading.EndingAt(last + 1) is { } phrase && phrase.From >= begin)
            return new VictimGroup(Coordinated(reading, Candidates(reading, begin, last + 1, onlyAtEnd: phrase)));
        if (reading.Lower(last) is "him" or "her") return VictimGroup.Pronoun(last, 1);
        if (reading.Lower(last) is "another") return VictimGroup.Pronoun(last, 1);
        return Named(reading, begin, last + 1) is { } names ? new VictimGroup(names) : null;
    }

    /// <summary>
    /// Somebody whom no lexicon knows, before a verb that only a person can be the subject of: "The shrine's custodian was shot". Null where the clause does not begin
    /// with a noun phrase of one, or its head is a thing.
    /// </summary>
    public static VictimGroup? Unknown(CasualtyReading reading, int end)
    {
        var last = reading.SkipLeft(end - 1);
        if (last < 0) return null;
        var begin = ClauseStart(reading, last);
        while (begin < last && Words.Adverbs.Contains(reading.Lower(begin))) begin++;
        if (reading.Lower(begin) is not ("a" or "an" or "the" or "his" or "her" or "their" or "another"))
        {
            // "Captain Noor of the ferry station at Rangpur was shot": a name, however far from its verb.
            var nameEnd = PeoplePhraseReader.AfterName(reading.Lexemes, begin);
            return nameEnd > begin + 1 && nameEnd <= last && reading.Lower(nameEnd) is "of" or "from" or "in" or "at" && PersonNames.CanBe(reading.Lexemes, begin, nameEnd)
                ? new VictimGroup([new PeoplePhrase(begin, nameEnd, CasualtyRange.Exactly(1), begin, reading.Lower(nameEnd - 1), PeopleClass.Person, false, true)]) : null;
        }
        var to = begin + 1;
        while (to <= last && (reading.Lower(to) == "'s" || !PeopleLexicon.IsStop(reading.Lexemes[to]))) to++;
        var head = reading.Lower(to - 1);
        if (to == begin + 1 || head.Length < 3 || PeopleLexicon.IsThing(head) || head.EndsWith("tion", StringComparison.Ordinal) || head.EndsWith("ment", StringComparison.Ordinal)
            || head.EndsWith("ing", StringComparison.Ordinal) || head.EndsWith("ity", StringComparison.Ordinal) || head.EndsWith('s')) return null;
        return new VictimGroup([new PeoplePhrase(begin, to, CasualtyRange.Exactly(1), begin + 1, head, PeopleClass.Person, false)]);
    }

    /// <summary>"The custodian and his assistant were": a plural verb has two subjects at least, known or not.</summary>
    public static VictimGroup? AtLeastTwo(CasualtyReading reading, VictimGroup? group)
    {
        if (group is not { People: [{ IsNumbered: false, Range.Best: 1 } only] } || reading.Lower(only.From - 1) != "and" || only.From < 3) return group;
        var other = reading.Lower(only.From - 2) == "," ? only.From - 3 : only.From - 2;
        return reading.Lexemes[other].Kind == LexemeKind.Word && !PeopleLexicon.IsThing(reading.Lower(other))
            ? new VictimGroup([new PeoplePhrase(other, other + 1, CasualtyRange.Exactly(1), other, reading.Lower(other), PeopleClass.Person, false), only]) : group;
    }

    /// <summary>"A porter who was hurt when … fell died at noon": the people with whom the sentence begins, where nothing nearer is the subject.</summary>
    public static VictimGroup? First(CasualtyReading reading, int end) =>
        reading.Phrases.FirstOrDefault() is { From: <= 1, IsDefinite: false } first && first.To < end && first.Range is not null && reading.Lower(first.To) is "who" or "," or "of" or "from" or "in" or "injured" or "wounded"
            ? new VictimGroup([first]) : null;

    // "a porter, who had come by boat, was shot": the people before the comma before "who".
    private static PeoplePhrase? BeforeRelative(CasualtyReading reading, int comma)
    {
        for (var i = comma - 1; i > 1 && comma - i < 30; i--)
            if (reading.Lower(i) is "who" or "whose" or "whom") return reading.Lower(i - 1) == "," ? reading.EndingAt(i - 1) : null;
        return null;
    }

    // "Thirty villagers -- most of them herders -- were killed"
    private static int BeforeAside(CasualtyReading reading, int last)
    {
        // "Nine soldiers, seven of them conscripts, were killed"
        if (last > 0 && reading.Lower(last) == ",")
            for (var i = last - 1; i > 1 && last - i < 9; i--)
                if (reading.Lower(i) == "of" && reading.Lower(i + 1) is "them" or "whom" && reading.Lower(i - 2) == "," && reading.EndingAt(i - 2) is not null) return i - 3;
        if (last < 0 || !IsDash(reading, last)) return last;
        var open = last;
        while (open > 0 && IsDash(reading, open)) open--;
        for (var reach = open - 20; open > 0 && open > reach; open--)
        {
            if (!IsDash(reading, open)) continue;
            while (open > 0 && IsDash(reading, open)) open--;
            return open;
        }
        return last;
    }

    private static bool IsDash(CasualtyReading reading, int i) => reading.Lower(i) is "-" or "–" or "—";

    private static VictimGroup? Antecedent(CasualtyReading reading, int relative)
    {
        var end = relative;
        if (reading.Lower(end - 1) == ",") end--;
        var phrase = reading.EndingAt(end);
        // "workers of a company who were killed"
        for (var i = end; phrase is null && i > 0 && end - i < 6; i--) phrase = reading.EndingAt(i);
        return phrase is null ? null : new VictimGroup([phrase]);
    }

    private static int ClauseStart(CasualtyReading reading, int last)
    {
        for (var i = last; i >= 0 && last - i < Farthest; i--)
        {
            var lexeme = reading.Lexemes[i];
            if (lexeme.Written is ";" or ":") return i + 1;
            if (reading.EndingAt(i + 1) is { } phrase) { i = phrase.From; continue; }
            if (Words.Boundaries.Contains(lexeme.Lower) && !(lexeme.Lower is "as" && reading.Lower(i + 1) is "well" or "many") && !(lexeme.Lower == "as" && reading.Lower(i - 1) == "well")
                && !(lexeme.Lower == "before" && i == last)) return i + 1;
            if (Words.Speech.Contains(lexeme.Lower) && !Words.Be.Contains(reading.Lower(i - 1))) return i + 1;
            if (lexeme.Lower == "be" && reading.Lower(i - 1) == "to") { i--; continue; }
            if (i < last && (Words.Verbs.Contains(lexeme.Lower) || Words.Be.Contains(lexeme.Lower) || Words.Have.Contains(lexeme.Lower) || reading.InPredicate(i) && IsFinite(reading, i)) && reading.StartingAt(i) is null) return i + 1;
        }
        return Math.Max(0, last - Farthest + 1);
    }

    // "people wounded in the clash were" belongs to the phrase; "killed two soldiers and" ends a clause.
    private static bool IsFinite(CasualtyReading reading, int i) =>
        reading.Predicates.First(predicate => predicate.From <= i && i < predicate.End).Form is not (PredicateForm.Deaths or PredicateForm.DeathOf or PredicateForm.Adjective or PredicateForm.Harm or PredicateForm.Lives or PredicateForm.Toll)
        && !(reading.Lower(i - 1) is "the" or "those");

    private static List<PeoplePhrase> Candidates(CasualtyReading reading, int begin, int end, PeoplePhrase? onlyAtEnd = null)
    {
        var found = new List<PeoplePhrase>();
        PeoplePhrase? excluded = null;
        foreach (var phrase in reading.Phrases)
        {
            if (phrase.From < begin || phrase.To > end) continue;
            var before = reading.Lower(phrase.From - 1);
            // What follows "including" is counted already.
            if (phrase != onlyAtEnd && found.Count > 0 && Enumerable.Range(found[^1].To, phrase.From - found[^1].To).Any(i => reading.Lower(i) is "including" || reading.Lower(i) == "them" && reading.Lower(i - 1) == "among")) break;
            var modifies = Words.Prepositions.Contains(before) || before == "'s" && reading.Lower(phrase.From - 3) == "of" || before == "be" || IsPossessor(reading, phrase) || (before is "and" or "or" && excluded?.To == phrase.From - 1);
            // "The aide to the mayor and his driver were killed": two, as the verb says.
            if (modifies && before == "and" && excluded?.To == phrase.From - 1 && found is [{ IsNumbered: false, Range.Best: 1 }] && phrase.To == end && Enumerable.Range(end, 2).Any(i => reading.Lower(i) == "were")) modifies = false;
            if (phrase == onlyAtEnd || !modifies) found.Add(phrase);
            else excluded = phrase;
        }
        if (found.Count == 0 && onlyAtEnd is null)
        {
            // "some of the protesters": the partitive's own noun, where nothing else can be the subject.
            var partitive = reading.Phrases.LastOrDefault(phrase => phrase.From >= begin && phrase.To <= end && reading.Lower(phrase.From - 1) == "of" && phrase.From - 2 >= begin);
            if (partitive is not null) found.Add(partitive with { Range = reading.Lower(partitive.From - 2) == "one" ? CasualtyRange.Exactly(1) : null });
        }
        return found;
    }

    private static bool IsPossessor(CasualtyReading reading, PeoplePhrase phrase) => reading.Lower(phrase.To) is "'s" || (reading.Lower(phrase.To) == "'" && phrase.To + 1 < reading.Lexemes.Count && reading.Lexemes[phrase.To].Start == reading.Lexemes[phrase.To - 1].End);

    // From the last candidate to the left, as long as only commas, "and" and the modifiers of a noun stand between.
    private static List<PeoplePhrase> Coordinated(CasualtyReading reading, List<PeoplePhrase> candidates)
    {
        // "Ten constables of the reserve, the District Guard and the Special Force died": whose they are is no one more.
        if (candidates.Count > 1 && candidates[^1] is { IsNumbered: false, IsDefinite: true })
            for (var k = candidates.Count - 2; k >= 0; k--)
                if (candidates[k].IsNumbered && reading.Lower(candidates[k].To) == "of" && reading.Lower(candidates[k].To + 1) == "the" && candidates[^1].From - candidates[k].To < 16
                    && Enumerable.Range(candidates[^1].From, candidates[^1].To - candidates[^1].From).Any(i => reading.Lexemes[i].IsCapitalised)) return [candidates[k]];
        var run = new List<PeoplePhrase> { candidates[^1] };
        for (var i = candidates.Count - 2; i >= 0; i--)
        {
            if (!Coordinates(reading, candidates[i].To, run[0].From)) break;
            run.Insert(0, candidates[i]);
        }
        // "a reporter, publisher of a weekly, was": commas alone put a second name to the same person.
        return run.Count > 1 && !Enumerable.Range(run[0].To, run[^1].From - run[0].To).Any(i => reading.Lower(i) is "and" or "&" or "plus" or "with" or "as") ? run[0].IsNumbered && run[^1].IsNumbered ? [run[^1]] : [run[0]] : run;
    }

    private static bool Coordinates(CasualtyReading reading, int from, int to)
    {
        if (from >= to || to - from > 14) return false;
        var joint = reading.Lower(to - 1);
        if (joint is not ("and" or "," or "&" or "–" or "—" or "-" or "plus" or "with" or "as")) return false;
        if (joint == "," && to - from > 1) return false;
        if (joint == "with" && reading.Lower(to - 2) is not ("along" or "together")) return false;
        if (joint == "as" && reading.Lower(to - 2) is not "well") return false;
        for (var i = from; i < to; i++)
            if (Words.Verbs.Contains(reading.Lower(i)) || Words.Be.Contains(reading.Lower(i)) || Words.Have.Contains(reading.Lower(i)) || Words.Speech.Contains(reading.Lower(i)) || reading.InPredicate(i)) return false;
        return to - from <= 2 || Words.Prepositions.Contains(reading.Lower(from)) || reading.Lower(from) is "," or "and" or "as" or "along" or "together" || reading.Lexemes[from].IsCapitalised;
    }

    // "Karim Khan, Fazal Shah and Gul Zaman were": names, right before the verb.
    private static List<PeoplePhrase>? Named(CasualtyReading reading, int begin, int end)
    {
        var names = new List<PeoplePhrase>();
        var to = end;
        // "Haji Gul, 45, was killed", "Haji Gul, a tribal elder, was killed"
        if (reading.Lower(to - 1) == ",")
        {
            var open = to - 2;
            while (open > begin && to - open < 10 && reading.Lower(open) != ",") open--;
            if (reading.Lower(open) != "," || open <= begin) return null;
            to = open;
        }
        while (to > begin)
        {
            var from = NameStart(reading, begin, to);
            if (from == to || !PersonNames.CanBe(reading.Lexemes, from, to)) break;
            if (Words.Prepositions.Contains(reading.Lower(from - 1)) || reading.Lower(from - 1) == "'s" && reading.Lower(from - 3) == "of" || reading.Lower(from - 1) is "a" or "an" || reading.Lower(from - 1) is "the" && to - from < 3) return names.Count == 0 ? null : names;
            names.Insert(0, new PeoplePhrase(from, to, CasualtyRange.Exactly(1), from, reading.Lower(to - 1), PeopleClass.Person, false, true));
            var joint = from - 1;
            if (reading.Lower(joint) == "and" && reading.Lower(joint - 1) == ",") joint--;
            if (joint <= begin || reading.Lower(joint) is not ("and" or ",")) break;
            to = joint;
        }
        return names.Count == 0 ? null : names;
    }

    private static int NameStart(CasualtyReading reading, int begin, int to)
    {
        var from = to;
        while (from > begin && to - from < 6 && reading.EndingAt(from) is null && (PeoplePhraseReader.IsNameWord(reading.Lexemes[from - 1])
            || (from < to && from - 1 > begin && reading.Lower(from - 1) is "bin" or "al" or "ul" or "de" or "la" or "del" or "van" or "ud" or "ibn" or "da" && reading.Lexemes[from - 2].IsCapitalised))) from--;
        return from;
    }

    private static List<PeoplePhrase> WithNames(CasualtyReading reading, int begin, List<PeoplePhrase> run)
    {
        // "Karim Khan and his two sons were killed"
        var joint = run[0].From - 1;
        if (joint > begin && reading.Lower(joint) is "and" or "," && Named(reading, begin, joint) is { } names && !(reading.Lower(joint) == "," && run.Count == 1)) return [.. names, .. run];
        if (joint > begin && reading.Lower(joint) == "with" && reading.Lower(joint - 1) is "along" or "together" && Named(reading, begin, joint - 1) is { } leaders) return [.. leaders, .. run];
        return run;
    }

    private static bool IsAppositionOf(CasualtyReading reading, PeoplePhrase name, PeoplePhrase noun) => name.From == noun.To + 1 && reading.Lower(noun.To) == "," && !noun.IsNumbered;
}
