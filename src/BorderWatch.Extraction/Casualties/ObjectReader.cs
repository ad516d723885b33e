using BorderWatch.Extraction.Phrases;

namespace BorderWatch.Extraction.Casualties;

/// <summary>Reads the people after a predicate: "killing two soldiers, a policeman and a child, including …".</summary>
internal static class ObjectReader
{
    /// <summary>The people that begin at <paramref name="i"/>, adverbs skipped; null where something else stands there.</summary>
    public static VictimGroup? Object(CasualtyReading reading, int i)
    {
        i = reading.SkipRight(i);
        if (i >= reading.Lexemes.Count) return null;
        if (reading.Lower(i) is "him" or "her" && reading.StartingAt(i) is null) return VictimGroup.Pronoun(i, 1);
        if (reading.Lower(i) is "them") return VictimGroup.Pronoun(i, null);
        // "killing both": an adverb to the rest, a count where nobody follows.
        if (reading.Lower(i - 1) == "both" && At(reading, i, allowName: true) is null) return VictimGroup.Pronoun(i - 1, 2);
        var first = At(reading, i, allowName: true);
        // "wounded 30 late on Friday"
        if (first is null && reading.Lexemes[i].IsQuantity && reading.Lower(i + 1) is "late" or "early" or "overnight" or "there" or "yesterday" or "today")
            return new VictimGroup([new PeoplePhrase(i, i + 1, reading.Lexemes[i].Range, i + 1, null, PeopleClass.Person, true)]);
        if (first is null) return null;
        var people = new List<PeoplePhrase> { first };
        while (people.Count < 12 && Next(reading, people) is { } next) people.Add(next);
        return new VictimGroup(people);
    }

    private static PeoplePhrase? At(CasualtyReading reading, int i, bool allowName)
    {
        if (reading.StartingAt(i) is { } phrase)
            return reading.Lower(phrase.To) is "'s" ? AfterPossessor(reading, phrase) : phrase;
        // "killed constable Noor Khan": the rank stands without an article before the name.
        if (i + 1 < reading.Lexemes.Count && PeopleLexicon.Find(reading.Lexemes[i]) is (var rank, false) && PeoplePhraseReader.AfterName(reading.Lexemes, i + 1) is var afterRank && afterRank > i + 1
            && PersonNames.CanBe(reading.Lexemes, i + 1, afterRank)) return new PeoplePhrase(i, afterRank, CasualtyRange.Exactly(1), i, reading.Lower(afterRank - 1), rank, false, true);
        if (!allowName) return null;
        var to = PeoplePhraseReader.AfterName(reading.Lexemes, i);
        if (to == i || reading.Lower(to) is "'s" || !PersonNames.CanBe(reading.Lexemes, i, to)) return null;
        return new PeoplePhrase(i, to, CasualtyRange.Exactly(1), i, reading.Lower(to - 1), PeopleClass.Person, false, true);
    }

    // "a policeman's wife": the wife.
    private static PeoplePhrase? AfterPossessor(CasualtyReading reading, PeoplePhrase possessor) =>
        reading.StartingAt(possessor.To + 1) is { } owned ? owned with { From = possessor.From, Range = owned.Range ?? (owned.IsNumbered ? owned.Range : null) } : null;

    private static PeoplePhrase? Next(CasualtyReading reading, List<PeoplePhrase> people)
    {
        var i = AfterModifiers(reading, people[^1].To);
        // "a former lawmaker, Douglas Begha and two others"
        if (reading.Lower(i) == "," && !people[^1].IsNumbered && !people[^1].IsName && reading.StartingAt(i + 1) is null
            && PeoplePhraseReader.AfterName(reading.Lexemes, i + 1) is var named && named > i + 1 && reading.Lower(named) is "and" or "," && PersonNames.CanBe(reading.Lexemes, i + 1, named)
            && (reading.Lower(named) == "and" || reading.Lower(named + 1) == "and")) i = named;
        var comma = reading.Lower(i) == ",";
        if (comma) i++;
        var and = reading.Lower(i) is "and" or "&" or "plus";
        if (and) i++;
        else if (reading.Lower(i) == "along" || (reading.Lower(i) == "together" && reading.Lower(i + 1) == "with")) { i += 2; and = true; }
        else if (reading.Lower(i) == "as" && reading.Lower(i + 1) == "well" && reading.Lower(i + 2) == "as") { i += 3; and = true; }
        if (!comma && !and) return null;
        if (comma && !and && AfterApposition(reading, people[^1], i) is { } beyond)
        {
            comma = reading.Lower(beyond) == ",";
            i = comma ? beyond + 1 : beyond;
            if (reading.Lower(i) != "and") return null;
            (and, i) = (true, i + 1);
        }
        var next = At(reading, i, allowName: and && !comma || people[0].IsName);
        // "killing three men, two with records": a part of the three.
        if (next is { Head: null, IsNumbered: true } && !and && reading.Lower(next.To) is "with" or "from" or "in") return null;
        return next is null || IsAnotherClause(reading, next) ? null : next;
    }

    // "killing Rahim Gul, a teacher": who he was, not one more; where that ends, or null where it is somebody else.
    private static int? AfterApposition(CasualtyReading reading, PeoplePhrase name, int i)
    {
        if (!name.IsName || reading.StartingAt(i) is not { IsName: false, Range.Best: 1 } office) return null;
        return !office.IsNumbered || reading.Lower(office.From) == "one" ? AfterModifiers(reading, office.To) : null;
    }

    // "a member of the league and his brother": the way over "of the league".
    private static int AfterModifiers(CasualtyReading reading, int i)
    {
        if (reading.Lower(i) is not ("of" or "from" or "belonging" or "at" or "in")) return i;
        for (var k = i + 1; k < reading.Lexemes.Count && k - i < 8; k++)
        {
            if (reading.InPredicate(k) || Words.Verbs.Contains(reading.Lower(k)) || Words.Boundaries.Contains(reading.Lower(k)) || reading.Lower(k) is "," or ".") return i;
            if (reading.Lower(k) == "and" && reading.StartingAt(k + 1) is { } next && (next.IsNumbered || next.Range is not null && next.From < next.NounFrom)) return k;
        }
        return i;
    }

    // "killing two men and five women were wounded", "killing five, police said".
    private static bool IsAnotherClause(CasualtyReading reading, PeoplePhrase phrase)
    {
        var i = reading.SkipRight(phrase.To);
        var word = reading.Lower(i);
        if (Words.Be.Contains(word) || Words.Have.Contains(word) || Words.Speech.Contains(word) || Words.Verbs.Contains(word) || (Words.Modal.Contains(word) && word != "to")) return true;
        for (var k = phrase.To; k < i; k++)
            if (Words.Speech.Contains(reading.Lower(k))) return true;
        // "massacred 100 people, the mayor of Tondikiwindi said": who says it.
        if (word is "of" or "for" or "in" && phrase is { IsNumbered: false })
            for (var k = i + 1; k < Math.Min(reading.Lexemes.Count, i + 8) && !(reading.Lower(k) is "," or ";" or "." or "and"); k++)
                if (Words.Speech.Contains(reading.Lower(k))) return true;
        if (word == "of" && reading.Lower(i + 1) is "whom" or "them") return true;
        if (reading.Lower(phrase.To - 1) is "whom" or "them") return true;
        return reading.InPredicate(i) && reading.Predicates.First(p => p.From <= i && i < p.End).Form is not PredicateForm.DeathOf;
    }

    /// <summary>
    /// Somebody whom no lexicon knows, where only a person can stand: "gunmen killed the village head". Null where nothing begins a noun phrase, or it ends in a thing.
    /// </summary>
    public static VictimGroup? Unknown(CasualtyReading reading, int i)
    {
        i = reading.SkipRight(i);
        if (i >= reading.Lexemes.Count || reading.Lower(i) is not ("a" or "an" or "the" or "his" or "her" or "their") && !reading.Lexemes[i].IsCapitalised) return null;
        var to = i + 1;
        while (to < reading.Lexemes.Count && to - i < 8 && (reading.Lower(to) == "'s" || !PeopleLexicon.IsStop(reading.Lexemes[to])) && !reading.InPredicate(to)) to++;
        var head = reading.Lower(to - 1);
        if (to == i + 1 || head.Length < 3 || PeopleLexicon.IsThing(head) || reading.Lexemes[to - 1].Kind != LexemeKind.Word) return null;
        var isPlural = head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal);
        return new VictimGroup([new PeoplePhrase(i, to, isPlural ? null : CasualtyRange.Exactly(1), i + 1, head, PeopleClass.Person, false, IsDefinite: reading.Lower(i) == "the")]);
    }
}
