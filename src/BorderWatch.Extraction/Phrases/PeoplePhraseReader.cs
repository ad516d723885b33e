using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Phrases;

/// <summary>Finds the noun phrases for people: "at least five Afghan soldiers", "a 35-year-old teacher", "his two sons", "militants".</summary>
internal static class PeoplePhraseReader
{
    /// <summary>So many words may stand between a number or an article and its head noun.</summary>
    private const int LongestModifiers = 7;

    /// <summary>Every phrase, in order and not overlapping.</summary>
    public static List<PeoplePhrase> Read(Sequence<Lexeme> lexemes)
    {
        var phrases = new List<PeoplePhrase>();
        for (var i = 0; i < lexemes.Count;)
        {
            var phrase = At(lexemes, i);
            if (phrase is null) { i++; continue; }
            phrases.Add(phrase);
            i = Math.Max(phrase.To, i + 1);
        }
        return phrases;
    }

    private static PeoplePhrase? At(Sequence<Lexeme> lexemes, int i)
    {
        if (lexemes[i].IsQuantity) return Numbered(lexemes, i, i, i + 1);
        if (lexemes[i].Kind != LexemeKind.Word) return null;
        var afterArticle = Determiner(lexemes, i, out var singular, out var definite);
        if (afterArticle > i)
        {
            if (afterArticle < lexemes.Count && lexemes[afterArticle].IsQuantity) return Numbered(lexemes, i, afterArticle, afterArticle + 1, definite);
            return Headed(lexemes, i, afterArticle, singular, definite);
        }
        return BeginsBare(lexemes, i) ? Headed(lexemes, i, i, false, false) : null;
    }

    // "five", "five other Chinese workers", "two of the soldiers", "three more".
    private static PeoplePhrase? Numbered(Sequence<Lexeme> lexemes, int from, int number, int noun, bool definite = false)
    {
        var range = lexemes[number].Range;
        while (noun < lexemes.Count && lexemes[noun].Lower is "more" or "other" or "others" or "additional" or "further" or "such" or "unidentified-more")
        {
            noun++;
            if (lexemes[noun - 1].Lower == "others") return new PeoplePhrase(from, noun, range, noun - 1, "others", PeopleClass.Person, true);
        }
        if (noun < lexemes.Count && lexemes[noun].Lower == "of")
        {
            var inner = noun + 1;
            while (inner < lexemes.Count && lexemes[inner].Lower is "the" or "these" or "those" or "his" or "her" or "their" or "its" or "our") inner++;
            if (inner < lexemes.Count && lexemes[inner].Lower is "them" or "whom" or "us") return new PeoplePhrase(from, inner + 1, range, inner + 1, null, PeopleClass.Person, true);
            if (inner < lexemes.Count && lexemes[inner].IsQuantity) inner++;
            if (Head(lexemes, inner) is { } partitive) return new PeoplePhrase(from, partitive.To, range, inner, partitive.Name, partitive.Class, true, IsDefinite: inner > noun + 1);
            if (Head(lexemes, inner, allowUnknown: range.Low != 1) is { } unknown) return new PeoplePhrase(from, unknown.To, range, inner, unknown.Name, unknown.Class, true);
            return null;
        }
        if (Head(lexemes, noun, allowUnknown: true) is { } head)
            return head.IsThing ? null : new PeoplePhrase(from, head.To, range, noun, head.Name, head.Class, true, IsDefinite: definite);
        // "Eleven Sudanese were": a nationality that has no plural.
        if (noun < lexemes.Count && lexemes[noun].IsCapitalised && Nationalities.Adjective(lexemes[noun].Lower) is not null)
            return new PeoplePhrase(from, noun + 1, range, noun, lexemes[noun].Lower, PeopleClass.Person, true, IsDefinite: definite);
        // A bare number: "killing five", "two were".
        return noun >= lexemes.Count || PeopleLexicon.IsStop(lexemes[noun]) || lexemes[noun].IsQuantity || IsParticiple(lexemes[noun].Lower)
            ? new PeoplePhrase(from, noun, range, noun, null, PeopleClass.Person, true, IsDefinite: definite) : null;
    }

    private static PeoplePhrase? Headed(Sequence<Lexeme> lexemes, int from, int noun, bool singular, bool definite)
    {
        if (Head(lexemes, noun) is not { IsThing: false } head) return null;
        var range = !head.Plural && head.Class != PeopleClass.Collective && (singular || definite || from == noun) ? CasualtyRange.Exactly(1) : (CasualtyRange?)null;
        // "a family of seven", "a group of 12 workers".
        if (head.Class == PeopleClass.Collective && head.To + 1 < lexemes.Count && lexemes[head.To].Lower == "of")
        {
            var inner = head.To + 1;
            if (lexemes[inner].IsQuantity && Numbered(lexemes, inner, inner, inner + 1) is { } counted)
                return counted with { From = from, NounFrom = counted.Head is null ? noun : counted.NounFrom, Head = counted.Head ?? head.Name };
            if (Head(lexemes, inner) is { IsThing: false, Plural: true } members)
                return new PeoplePhrase(from, members.To, null, inner, members.Name, members.Class, false, IsDefinite: definite);
        }
        var to = head.Plural ? head.To : AfterName(lexemes, head.To);
        return new PeoplePhrase(from, to, range, noun, to > head.To ? lexemes[to - 1].Lower : head.Name, head.Class, false, to > head.To, definite);
    }

    private readonly record struct Noun(string Name, PeopleClass Class, bool Plural, int To, bool IsThing);

    private static Noun? Head(Sequence<Lexeme> lexemes, int i, bool allowUnknown = false)
    {
        Noun? best = null;
        var last = -1;
        var longest = LongestModifiers;
        for (var k = i; k < lexemes.Count && k - i < longest; k++)
        {
            var lexeme = lexemes[k];
            if (best is null && k > i && AfterSlash(lexemes, k) is var beyond && beyond > k)
            {
                longest += beyond - k;
                k = beyond - 1;
                continue;
            }
            if (lexeme.Lower == "'s" && k + 1 < lexemes.Count) { best = null; continue; }
            if (lexeme.Lower is "'" or "\"" or "“" or "”" or "‘" && best is null) continue;
            if (lexeme.Lower == "," && best is null && k > i && k + 1 < lexemes.Count && PeopleLexicon.IsAdjective(lexemes[k - 1].Lower) && PeopleLexicon.IsAdjective(lexemes[k + 1].Lower)) continue;
            // "5 TTP and foreign militants"
            if (lexeme.Lower is "and" or "or" && best is null && k > i && k + 1 < lexemes.Count && !lexemes[k + 1].IsQuantity
                && Determiner(lexemes, k + 1, out _, out _) == k + 1 && !PeopleLexicon.IsThing(lexemes[k - 1].Lower) && allowUnknown) continue;
            if (PeopleLexicon.IsStop(lexeme) || lexeme.IsQuantity)
            {
                // "two wounded soldiers": a participle before its noun.
                if (best is null && IsParticiple(lexeme.Lower) && k + 1 < lexemes.Count && PeopleLexicon.Find(lexemes[k + 1]) is not null) continue;
                break;
            }
            // A past tense that is no known adjective begins the verb: "the motive remained …".
            if (best is null && lexeme.Lower.Length > 4 && lexeme.Lower.EndsWith("ed", StringComparison.Ordinal) && !lexeme.IsCapitalised && !lexeme.Lower.Contains('-') && !PeopleLexicon.IsAdjective(lexeme.Lower) && lexeme.Lower is not ("elected" or "appointed" or "outlawed" or "banned" or "hundred")) break;
            last = k;
            if (lexeme.Lower is "head" or "heads" && k + 1 < lexemes.Count && lexemes[k + 1].Lower == "of") best = new Noun(lexeme.Lower, PeopleClass.Official, lexeme.Lower == "heads", k + 1, false);
            else if (PeopleLexicon.Find(lexeme) is var (kind, plural)) best = new Noun(lexeme.Lower, kind, plural, k + 1, false);
            else if (PeopleLexicon.IsThing(lexeme.Lower)) best = new Noun(lexeme.Lower, PeopleClass.Person, true, k + 1, true);
            else if (best is { IsThing: false } found && found.To == k && (lexeme.IsCapitalised || !PeopleLexicon.IsAdjective(lexeme.Lower))) break;
        }
        if (best is not null || !allowUnknown || last < 0) return best;
        // "19 herders", "2 Jamaatis": an unknown plural counts as people where a number stands before it.
        for (var k = i; k <= last; k++)
            if (lexemes[k].Kind == LexemeKind.Word && (LooksPlural(lexemes[k].Lower) || IsAcronym(lexemes[k].Written)) && (k == last || PeopleLexicon.IsStop(lexemes[k + 1])))
                return new Noun(lexemes[k].Lower, PeopleClass.Person, true, k + 1, false);
        return null;
    }

    // "35 TTP/JuA militants": two groups before one noun.
    private static int AfterSlash(Sequence<Lexeme> lexemes, int k) =>
        lexemes[k - 1].IsCapitalised && lexemes[k].Lower == "/" && k + 1 < lexemes.Count && lexemes[k + 1].IsCapitalised ? k + 1 : k;

    private static bool LooksPlural(string word) => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("us", StringComparison.Ordinal);

    private static bool IsAcronym(string written) => written.Length is >= 2 and <= 6 && written.All(c => char.IsUpper(c) || c == '-');

    /// <summary>Participles that also stand before a noun: "the injured policeman".</summary>
    internal static bool IsParticiple(string word) => word is "killed" or "injured" or "wounded" or "dead" or "slain" or "abducted" or "kidnapped" or "arrested" or "detained" or "captured" or "armed" or "suspected" or "missing";

    // The index after "a", "the", "his", "another", "all the"; singular for "a" and its like.
    private static int Determiner(Sequence<Lexeme> lexemes, int i, out bool singular, out bool definite)
    {
        singular = definite = false;
        var start = i;
        while (i < lexemes.Count)
        {
            switch (lexemes[i].Lower)
            {
                case "a" or "an" or "another" or "every" or "each": singular = true; break;
                case "the" or "this" or "these" or "those" or "his" or "her" or "their" or "its" or "our" or "my": definite = true; break;
                case "all" or "some" or "any" or "such" or "other" or "certain": break;
                default: return i;
            }
            i++;
            if (i - start > 2) return i;
        }
        return i;
    }

    private static bool BeginsBare(Sequence<Lexeme> lexemes, int i)
    {
        if (PeopleLexicon.Find(lexemes[i]) is not null) return true;
        for (var k = i; k < lexemes.Count && k - i < 5; k++)
        {
            var word = lexemes[k];
            if (PeopleLexicon.Find(word) is not null) return k > i;
            var modifies = word.Kind == LexemeKind.Word && (PeopleLexicon.IsAdjective(word.Lower) || Nationalities.Adjective(word.Lower) is not null
                || (word.IsCapitalised && !PeopleLexicon.IsStop(word)) || word.Lower.Contains('-') || (PeopleLexicon.IsThing(word.Lower) && k > i));
            if (!modifies) return false;
        }
        return false;
    }

    // "tribal elder Haji Gul", "Col Juan Perez".
    internal static int AfterName(Sequence<Lexeme> lexemes, int i)
    {
        var to = i;
        if (to < lexemes.Count && lexemes[to].Lower is "named" or "called" or "identified" && to + 1 < lexemes.Count)
        {
            var next = lexemes[to].Lower == "identified" && lexemes[to + 1].Lower == "as" ? to + 2 : to + 1;
            if (next < lexemes.Count && lexemes[next].IsCapitalised) to = next;
        }
        while (to < lexemes.Count && to - i < 7 && (IsNameWord(lexemes[to]) || (to > i && lexemes[to].Lower is "bin" or "al" or "ul" or "de" or "la" or "del" or "van" or "ud" or "ibn" or "von" or "da" or "y"
            && to + 1 < lexemes.Count && lexemes[to + 1].IsCapitalised) || (lexemes[to].Lower == "." && to > i && to + 1 < lexemes.Count && lexemes[to - 1].Written.Length <= 3 && IsNameWord(lexemes[to + 1])))) to++;
        return to;
    }

    internal static bool IsNameWord(Lexeme lexeme) => lexeme.IsCapitalised && !PeopleLexicon.IsStop(lexeme);
}
