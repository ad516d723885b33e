using BorderWatch.Extraction.Phrases;

namespace BorderWatch.Extraction.Casualties;

/// <summary>People and what a rule says became of them.</summary>
/// <param name="Group">The people.</param>
/// <param name="Category">What became of them.</param>
/// <param name="Rule">The rule's name, without the category.</param>
/// <param name="Flags">Flags that the rule itself knows.</param>
/// <param name="Range">The number where it is not the group's own.</param>
internal sealed record Reported(VictimGroup Group, CasualtyCategory Category, string Rule, CasualtyFlags Flags = CasualtyFlags.None, CasualtyRange? Range = null);

/// <summary>For each form of predicate, where its people stand.</summary>
internal static class CasualtyRules
{
    /// <summary>What the predicate with number <paramref name="index"/> says; <paramref name="shared"/> are the people of the one before.</summary>
    public static IEnumerable<Reported> Apply(CasualtyReading reading, int index, VictimGroup? shared)
    {
        var predicate = reading.Predicates[index];
        return predicate.Form switch
        {
            PredicateForm.Past or PredicateForm.Participle or PredicateForm.Split => One(Verb(reading, index, shared)),
            PredicateForm.Base => One(Base(reading, predicate)),
            PredicateForm.Gerund or PredicateForm.SplitGerund => One(Gerund(reading, index)),
            PredicateForm.Subject => One(WithSubject(reading, predicate)),
            PredicateForm.Adjective => One(Dead(reading, predicate)),
            PredicateForm.DeathOf => One(NounRules.Of(reading, predicate)),
            PredicateForm.Deaths or PredicateForm.Lives => One(NounRules.Counted(reading, predicate)),
            PredicateForm.Toll => One(NounRules.Toll(reading, predicate)),
            PredicateForm.Harm => NounRules.NoHarm(reading, predicate),
            _ => [],
        };
    }

    private static Reported[] One(Reported? reported) => reported is null ? [] : [reported];

    private static Reported? Verb(CasualtyReading reading, int index, VictimGroup? shared)
    {
        var predicate = reading.Predicates[index];
        var auxiliary = Auxiliary(reading, predicate.From - 1);
        var word = reading.Lower(auxiliary);
        if (Words.Be.Contains(word) || word is "been" or "being")
        {
            var start = AuxiliaryStart(reading, auxiliary);
            var subject = (word == "being" ? SubjectReader.RightBefore(reading, start) : null) ?? SubjectReader.Subject(reading, start) ?? (IsSingular(reading, start, word) ? SubjectReader.Unknown(reading, start) : null);
            if (!IsSingular(reading, start, word)) subject = SubjectReader.AtLeastTwo(reading, subject);
            return Group(Companions(reading, predicate, AsOne(reading, auxiliary, subject)), predicate, "passive");
        }
        if (Words.Have.Contains(word)) return predicate.Form == PredicateForm.Participle ? null : Group(ObjectReader.Object(reading, predicate.To) ?? ObjectReader.Unknown(reading, predicate.To), predicate, "active");
        if (word is "the" or "those" && predicate.To == predicate.From + 1) return Listed(reading, predicate);
        var joined = word is "and" or "or" or "," or "/" && index > 0 && reading.Predicates[index - 1] is { Form: PredicateForm.Past or PredicateForm.Participle or PredicateForm.Split } before
            && reading.SkipLeft(auxiliary - 1) == before.End - 1 || (word == "then" && index > 0);
        if (predicate.Form != PredicateForm.Participle && ObjectReader.Object(reading, predicate.To) is { } people && IsActive(reading, predicate, people, auxiliary)) return Group(people, predicate, "active");
        if (joined && shared is not null && shared.To <= predicate.From) return new Reported(shared, predicate.Category, "joined");
        var left = SubjectReader.RightBefore(reading, predicate.From);
        // "gunmen killed the village head": those who bear arms did it, whatever the object is.
        if (predicate.Form == PredicateForm.Past && left is { People: [.., { Class: PeopleClass.Attacker or PeopleClass.Criminal }] } && ObjectReader.Unknown(reading, predicate.To) is { } somebody)
            return Group(somebody, predicate, "active");
        return predicate.Form == PredicateForm.Past && HasThing(reading, predicate.To) ? null : Group(left, predicate, "reduced");
    }

    // "Protesters burned tyres": they did it, to a thing.
    private static bool HasThing(CasualtyReading reading, int i)
    {
        for (var k = i; k < Math.Min(i + 3, reading.Lexemes.Count); k++)
        {
            var lexeme = reading.Lexemes[k];
            if (PeopleLexicon.IsThing(lexeme.Lower)) return true;
            if (!lexeme.IsQuantity && lexeme.Lower is not ("a" or "an" or "the" or "their" or "several") && PeopleLexicon.IsStop(lexeme)) return false;
        }
        return false;
    }

    // "were ambushed and killed", "was dragged out, beaten and shot dead": the auxiliary of the first participle.
    private static int Auxiliary(CasualtyReading reading, int i)
    {
        i = reading.SkipLeft(i);
        var k = i;
        for (var steps = 0; steps < 3 && reading.Lower(k) is "and" or ","; steps++)
        {
            var verb = reading.SkipLeft(k - 1);
            if (verb < 1 || reading.InPredicate(verb) || !IsParticiple(reading.Lower(verb))) break;
            k = reading.SkipLeft(verb - 1);
            if (Words.Be.Contains(reading.Lower(k))) return k;
        }
        return i;
    }

    private static bool IsParticiple(string word) => word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) || word is "waylaid" or "struck" or "beaten" or "shot" or "caught" or "taken" or "hit" or "found" or "burnt" or "set" or "dragged" or "bound";

    private static bool IsSingular(CasualtyReading reading, int start, string auxiliary) =>
        auxiliary is "was" or "is" || auxiliary is "been" or "being" && reading.Lower(start) is "has" or "was" or "is" or "had" or "may" or "might";

    // "have been", "are reported to have been": the first of the auxiliaries.
    private static int AuxiliaryStart(CasualtyReading reading, int i)
    {
        while (i > 0)
        {
            var before = reading.SkipLeft(i - 1);
            var word = reading.Lower(before);
            if (Words.Be.Contains(word) || Words.Have.Contains(word) || Words.Modal.Contains(word) || word is "likely" or "said" or "alleged" or "known" or "not") i = before;
            else break;
        }
        return i;
    }

    // "Five killed, 14 injured": the object of neither; "3 killed 5 injured" likewise.
    private static bool IsActive(CasualtyReading reading, Predicate predicate, VictimGroup people, int left)
    {
        if (left < 0 || reading.EndingAt(left + 1) is not { IsNumbered: true } numbered) return true;
        var after = reading.SkipRight(people.To);
        if (reading.InPredicate(after) && people.IsNumbered) return false;
        // "Four militants killed a policeman": armed people do it, others suffer it.
        return numbered.Class is PeopleClass.Attacker or PeopleClass.State or PeopleClass.Criminal or PeopleClass.Collective || Words.Have.Contains(reading.Lower(numbered.From - 1));
    }

    // "a tribal elder and member of the council was killed": one person with two offices.
    private static VictimGroup? AsOne(CasualtyReading reading, int auxiliary, VictimGroup? group) =>
        group is { People.Count: 2 } two && two.People.TrueForAll(phrase => !phrase.IsNumbered && !phrase.IsName && phrase.Range is { Best: 1 }) && two.People[1].From == two.People[1].NounFrom
        && (reading.Lower(auxiliary) is "was" or "is" || reading.Lower(auxiliary - 1) is "has") ? new VictimGroup([two.People[0]]) : group;

    // "has been killed in an attack along with 13 other people"
    private static VictimGroup? Companions(CasualtyReading reading, Predicate predicate, VictimGroup? group)
    {
        if (group is null || group.People.Count == 0) return group;
        for (var i = predicate.End; i < reading.Lexemes.Count && i - predicate.End < 14; i++)
        {
            if (reading.Lexemes[i].Written is ";" or "." || reading.InPredicate(i)) break;
            if (reading.Lower(i) is "along" or "together" && reading.Lower(i + 1) == "with" && ObjectReader.Object(reading, i + 2) is { IsPronoun: false, Range: not null } others)
                return new VictimGroup([.. group.People, .. others.People]);
        }
        return group;
    }

    // "Among those killed were two policemen", "the injured included a child": parts of a number given elsewhere.
    private static Reported? Listed(CasualtyReading reading, Predicate predicate)
    {
        var i = predicate.To;
        while (i < reading.Lexemes.Count && i - predicate.To < 6 && reading.Lower(i) is not ("were" or "was" or "are" or "is" or "include" or "included" or "includes" or "including")) i++;
        return Group(ObjectReader.Object(reading, i + 1), predicate, "listed", CasualtyFlags.Part);
    }

    private static Reported? Base(CasualtyReading reading, Predicate predicate)
    {
        if (reading.Lower(predicate.From - 1) is "the" or "a" or "an" or "of" or "under" or "'s" or "for" or "avoid" or "his" or "their") return null;
        return Group(ObjectReader.Object(reading, predicate.To), predicate, "present");
    }

    private static Reported? Gerund(CasualtyReading reading, int index)
    {
        var predicate = reading.Predicates[index];
        if (ObjectReader.Object(reading, predicate.To) is { } people) return Group(people is { IsPronoun: true, Range: null } ? Meant(reading, predicate, people) : people, predicate, "gerund");
        // "killing or wounding five"
        var next = index + 1 < reading.Predicates.Count ? reading.Predicates[index + 1] : null;
        return next is { Form: PredicateForm.Gerund } && next.From == predicate.To + 1 && reading.Lower(predicate.To) == "and"
            && ObjectReader.Object(reading, next.To) is { IsNumbered: false } both ? Group(both, predicate, "gerund") : null;
    }

    // "fired at two guards, killing them": the last people counted before.
    private static VictimGroup Meant(CasualtyReading reading, Predicate predicate, VictimGroup pronoun) =>
        reading.Phrases.LastOrDefault(phrase => phrase.To <= predicate.From && phrase.IsNumbered && !reading.InPredicate(phrase.To)) is { } counted ? new VictimGroup([counted]) : pronoun;

    private static Reported? WithSubject(CasualtyReading reading, Predicate predicate)
    {
        var end = predicate.From;
        var before = reading.SkipLeft(end - 1);
        if (Words.Have.Contains(reading.Lower(before)) || Words.Be.Contains(reading.Lower(before))) end = AuxiliaryStart(reading, before);
        if (Words.Modal.Contains(reading.Lower(before))) return Group(SubjectReader.Subject(reading, AuxiliaryStart(reading, before)), predicate, "subject", reading.Lower(before) == "to" ? CasualtyFlags.None : CasualtyFlags.Unrealised);
        return Group(SubjectReader.RightBefore(reading, end) ?? SubjectReader.Subject(reading, end) ?? SubjectReader.First(reading, end), predicate, "subject");
    }

    private static Reported? Dead(CasualtyReading reading, Predicate predicate)
    {
        var before = reading.SkipLeft(predicate.From - 1);
        if (reading.Lower(before) is "the" or "those" or "among") return Listed(reading, predicate);
        if (Words.Be.Contains(reading.Lower(before))) return Group(SubjectReader.Subject(reading, AuxiliaryStart(reading, before)), predicate, "adjective");
        return Group(SubjectReader.RightBefore(reading, predicate.From), predicate, "adjective");
    }

    private static Reported? Group(VictimGroup? group, Predicate predicate, string rule, CasualtyFlags flags = CasualtyFlags.None) =>
        group is null ? null : new Reported(group, predicate.Category, rule, flags);
}
