using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>Mentions by kind, occupation or nationality: "unidentified gunmen", "border guards", "Chinese workers", "tribal elder Haji Gul".</summary>
internal static class GenericActors
{
    private static readonly Dictionary<string, ActorKind> Kinds = Lexicon.Rows("generic-actors.tsv").ToDictionary(row => row[0], row => Enum.Parse<ActorKind>(row[1], ignoreCase: true));

    private static readonly HashSet<string> Commentators = Lexicon.Words("commentators.tsv");

    /// <summary>The mention that a phrase for people makes; null for bare numbers, pronoun-like nouns and commentators.</summary>
    public static ActorMention? Read(ActorReading reading, PeoplePhrase phrase)
    {
        if (phrase.Head is not { } head || phrase.NounFrom >= phrase.To || phrase.IsNobody || head is "others" or "other" or "victims" or "victim" or "casualties" or "survivors" or "suspect-list") return null;
        var words = reading.Lexemes.Slice(phrase.NounFrom, phrase.To - phrase.NounFrom);
        var noun = phrase.IsName ? LastNoun(words) ?? head : head;
        if (Commentators.Contains(noun) || LastNoun(words) is null && !Holds(words, word => word.Lower is "head" or "heads")) return null;
        // A district that is called like a man: "in Imam Qasim district".
        if (phrase.IsName && (PlaceNouns.Contains(reading.Lower(phrase.To)) || reading.Lower(phrase.From - 1) == "in")) return null;
        // "two members of the border police", "a cell of the group": who they are stands behind "of".
        if (Portions.Contains(noun) && reading.Lower(phrase.To) == "of" && NamesGroup(reading, phrase.To + 1)) return null;
        if (noun is "enemy" or "enemies") return null;
        // "Save the Children", "Doctors Without Borders": who helps.
        if (reading.Lower(phrase.From - 1) == "save" || reading.Lower(phrase.NounFrom - 2) == "save" && reading.Lower(phrase.NounFrom - 1) == "the" || reading.Lower(phrase.To) == "without" && reading.Lower(phrase.To + 1) == "borders") return null;
        var span = reading.Span(phrase.From, phrase.To);
        var name = reading.Words(reading.Span(phrase.NounFrom, phrase.To)).TrimStart('"', '“', '\'', '‘');
        if (Community(reading, phrase) is { } community) (span, name) = (reading.Span(phrase.From, community.To), name + " of the " + community.Name);
        // "a third man": one more, no other kind of man.
        if (name.Split(' ', 2) is [var ordinal, { Length: > 0 } rest] && ordinal.ToLowerInvariant() is "second" or "third" or "fourth" or "fifth") name = rest;
        var unidentified = Holds(words, word => word.Lower is "unidentified" or "unknown" or "masked" or "hooded" or "unnamed" || word.Lower == "armed" && phrase.Class is PeopleClass.Person)
            || noun is "gunman" or "gunmen" or "assailant" or "assailants" or "attacker" or "attackers" && !Holds(words, word => word.IsCapitalised);
        if (IsVigilante(reading, phrase, noun)) name = "vigilante " + (noun == "mobs" ? "mob" : noun);
        var (kind, sort) = Sort(phrase, noun, words, unidentified);
        return new ActorMention(name, kind, Country(words), sort, reading.Sentence.Index, span, reading.Words(span), reading.Sentence.InTitle, reading.IsSpeaker(phrase.From, phrase.To), unidentified);
    }

    private static readonly HashSet<string> Communities = ["community", "tribe", "clan", "sub-clan", "subclan", "ethnic", "sect", "caste", "minority", "communities", "tribes", "clans", "castes", "sects", "groups", "gang", "cartel"];

    // "members of the Hema community", "gunmen from the Hawiye clan": whose they are is who they are.
    private static (string Name, int To)? Community(ActorReading reading, PeoplePhrase phrase)
    {
        var i = phrase.To;
        if (!(reading.Lower(i) is "of" or "from") || reading.Lower(++i) != "the") return null;
        var first = ++i;
        while (i < reading.Lexemes.Count && i - first < 6 && (reading.Lexemes[i].IsCapitalised || i > first && reading.Lower(i) is "and" or "," && reading.Lexemes[Math.Min(i + 1, reading.Lexemes.Count - 1)].IsCapitalised)) i++;
        if (i == first || !Communities.Contains(reading.Lower(i))) return null;
        var to = reading.Lower(i) == "ethnic" && reading.Lower(i + 1) is "group" or "minority" or "community" ? i + 2 : i + 1;
        return (reading.Words(reading.Span(first, to)), to);
    }

    // "A group of villagers beat two men to death", "beaten to death by locals"
    private static bool IsVigilante(ActorReading reading, PeoplePhrase phrase, string noun)
    {
        if (noun is not ("mob" or "crowd" or "lynch-mob" or "villagers" or "locals" or "mobs" or "residents" or "people" or "persons" or "neighbours" or "neighbors") || !reading.IsLynching) return false;
        if (noun is "mob" or "mobs" or "crowd" or "lynch-mob" || reading.Lower(phrase.From - 1) is "by" or "of") return true;
        for (var i = phrase.To; i < Math.Min(phrase.To + 3, reading.Lexemes.Count); i++)
            if (reading.Lower(i) is "beat" or "lynched" or "thrashed" or "stoned" or "bludgeoned" or "clubbed") return !(reading.Lower(i - 1) is "was" or "were" or "been");
        return false;
    }

    private static readonly HashSet<string> PlaceNouns = ["district", "province", "region", "village", "tehsil", "valley", "county", "subdistrict"];

    private static readonly HashSet<string> Portions = ["member", "members", "cell", "group", "wing", "unit", "units", "faction", "branch", "commandos", "squad", "column", "battalion", "brigade", "detachment", "platoon", "cells", "elements"];

    private static bool NamesGroup(ActorReading reading, int from)
    {
        if (from >= reading.Lexemes.Count) return false;
        var (start, until) = (reading.Lexemes[from].Start, reading.Lexemes[Math.Min(from + 4, reading.Lexemes.Count - 1)].End);
        for (var i = 0; i < reading.Sentence.Tokens.Count; i++)
            if (reading.Sentence.Tokens[i].Start >= start && reading.Sentence.Tokens[i].Start < until && ActorLexicon.At(reading.Sentence.Tokens, i) is not null) return true;
        return false;
    }

    private static (ActorKind, ActorSort) Sort(PeoplePhrase phrase, string noun, Sequence<Lexeme> words, bool unidentified)
    {
        if (Kinds.TryGetValue(noun, out var known)) return (known, known == ActorKind.State ? ActorSort.Force : ActorSort.Generic);
        // "Maoist rebels", "rebel fighters", "separatist gunmen"
        var bears = Holds(words, word => word.Lower is "rebel" or "insurgent" or "separatist" or "guerrilla" or "militant" or "jihadist" or "maoist" or "islamist");
        switch (phrase.Class)
        {
            case PeopleClass.Attacker: return (bears ? ActorKind.Rebel : ActorKind.Unknown, ActorSort.Generic);
            case PeopleClass.Criminal: return (ActorKind.Criminal, ActorSort.Generic);
            case PeopleClass.State: return (ActorKind.State, phrase.IsName ? ActorSort.Person : ActorSort.Force);
            case PeopleClass.Crowd: return (ActorKind.Civilian, ActorSort.Generic);
            case PeopleClass.Official: return (ActorKind.State, phrase.IsName ? ActorSort.Person : ActorSort.Civilians);
        }
        if (unidentified) return (ActorKind.Unknown, ActorSort.Generic);
        if (bears && phrase.Class is PeopleClass.Political or PeopleClass.Collective) return (ActorKind.Rebel, ActorSort.Generic);
        return (ActorKind.Civilian, phrase.IsName ? ActorSort.Person : phrase.Class == PeopleClass.Collective ? ActorSort.Generic : ActorSort.Civilians);
    }

    private static string? LastNoun(Sequence<Lexeme> words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
            if (PeopleLexicon.Find(words[i]) is not null) return words[i].Lower;
        return null;
    }

    private static bool Holds(Sequence<Lexeme> words, Func<Lexeme, bool> isSo)
    {
        foreach (var word in words)
            if (isSo(word)) return true;
        return false;
    }

    internal static string? Country(Sequence<Lexeme> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsCapitalised) continue;
            if (i + 1 < words.Count && Nationalities.Adjective(words[i].Lower + " " + words[i + 1].Lower) is { } two) return two;
            if ((Nationalities.Adjective(words[i].Lower) ?? Nationalities.Plural(words[i].Lower)) is { } one) return one;
        }
        return null;
    }
}
