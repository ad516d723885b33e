using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>Organisations, buildings and things that can be attacked: "a Chinese gold mining company", "the police check post".</summary>
internal static class Institutions
{
    /// <summary>So many words may stand before the head noun.</summary>
    private const int LongestModifiers = 6;

    private static readonly HashSet<string> Heads = Lexicon.Words("institutions.tsv");

    /// <summary>Every such mention in the sentence.</summary>
    public static IEnumerable<ActorMention> Find(ActorReading reading)
    {
        var taken = 0;
        for (var i = 0; i < reading.Lexemes.Count; i++)
        {
            if (!Heads.Contains(reading.Lower(i)) || reading.Lexemes[i].Kind != LexemeKind.Word) continue;
            // The last noun is the head: "police station", "bus stop", "oil company headquarters".
            if (i + 1 < reading.Lexemes.Count && Heads.Contains(reading.Lower(i + 1))) continue;
            var from = i;
            while (from > taken && i - from < LongestModifiers && IsModifier(reading, from - 1)) from--;
            while (from < i && reading.Lower(from) is "'s" or "and") from++;
            var to = i + 1;
            // "Church of Jesus Christ", "Bank of Punjab"
            if (reading.Lexemes[i].IsCapitalised && reading.Lower(to) == "of" && to + 1 < reading.Lexemes.Count && reading.Lexemes[to + 1].IsCapitalised)
            {
                to += 2;
                while (to < reading.Lexemes.Count && reading.Lexemes[to].IsCapitalised && !PeopleLexicon.IsStop(reading.Lexemes[to])) to++;
            }
            // The bank of a river, not one of money; a port that only names a town.
            if (reading.Lower(i) is "bank" or "banks" && (GenericActors.Country(reading.Lexemes.Slice(from, i - from)) is not null || reading.Lower(i + 1) == "of" && reading.Lower(i + 2) == "the")) continue;
            if (reading.Lower(i) is "port" or "airport" && reading.Lower(i + 1) == "of" && reading.Lower(from - 1) == "the" && reading.Lower(from - 2) is "near" or "in") continue;
            var span = reading.Span(from, to);
            var words = reading.Words(span);
            var known = GenericActors.Country(reading.Lexemes.Slice(from, to - from));
            taken = to;
            yield return new ActorMention(words, Kind(reading, from, to), known, ActorSort.Institution, reading.Sentence.Index, span, words, reading.Sentence.InTitle, reading.IsSpeaker(from, to), false);
        }
    }

    private static bool IsModifier(ActorReading reading, int i)
    {
        var lexeme = reading.Lexemes[i];
        if (lexeme.Kind != LexemeKind.Word) return false;
        if (lexeme.Lower == "'s") return i > 0 && reading.Lexemes[i - 1].IsCapitalised;
        return lexeme.Lower is not ("a" or "an" or "the" or "his" or "her" or "their" or "its" or "this" or "that" or "these" or "those" or "some" or "several" or "many" or "another" or "other" or "all" or "own" or "same")
            && !IsThirdPerson(lexeme) && (!PeopleLexicon.IsStop(lexeme) || lexeme.Lower is "fire") && !lexeme.Lower.EndsWith("ly", StringComparison.Ordinal) && (!lexeme.Lower.EndsWith("ed", StringComparison.Ordinal) || lexeme.Lower is "armored" or "armoured" or "united" or "crowded")
            && (!lexeme.Lower.EndsWith("ing", StringComparison.Ordinal) || lexeme.Lower is "mining" or "shopping" or "training" or "building" or "housing" or "fishing" or "trading" or "parking" or "engineering" or "neighboring" or "polling" or "voting" or "manufacturing" or "drilling");
    }

    // "Bomb derails passenger train": a headline's verb is no part of a name. Few nouns before nouns end so.
    private static bool IsThirdPerson(Lexeme lexeme) =>
        !lexeme.IsCapitalised && lexeme.Lower.EndsWith('s') && lexeme.Lower is not ("sports" or "arms" or "customs" or "goods" or "news" or "gas" or "bus" or "operations" or "communications" or "railways" or "women's" or "girls" or "boys" or "women")
        && !lexeme.Lower.EndsWith("ss", StringComparison.Ordinal) && !lexeme.Lower.EndsWith("us", StringComparison.Ordinal) && !lexeme.Lower.EndsWith("'s", StringComparison.Ordinal);

    private static ActorKind Kind(ActorReading reading, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (reading.Lower(i) is "police" or "military" or "army" or "security" or "government" or "border" or "naval" or "ministry" or "court" or "parliament" or "checkpoint" or "checkpost" or "outpost" or "barracks" or "garrison" or "state" or "prison" or "patrol") return ActorKind.State;
        return ActorKind.Civilian;
    }
}
