using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Casualties;

/// <summary>One sentence as the casualty rules see it: lexemes, phrases for people, predicates.</summary>
internal sealed class CasualtyReading
{
    private readonly PeoplePhrase?[] _startingAt;
    private readonly PeoplePhrase?[] _endingAt;
    private readonly bool[] _inPredicate;

    public CasualtyReading(Sentence sentence)
    {
        Sentence = sentence;
        Lexemes = sentence.Lexemes;
        Predicates = PredicateReader.Read(Lexemes);
        Phrases = Predicates.Count == 0 ? [] : sentence.PeoplePhrases;
        _startingAt = new PeoplePhrase?[Lexemes.Count + 1];
        _endingAt = new PeoplePhrase?[Lexemes.Count + 1];
        foreach (var phrase in Phrases) (_startingAt[phrase.From], _endingAt[phrase.To]) = (phrase, phrase);
        _inPredicate = new bool[Lexemes.Count];
        foreach (var predicate in Predicates)
            for (var i = predicate.From; i < predicate.To; i++) _inPredicate[i] = true;
    }

    public Sentence Sentence { get; }

    public Sequence<Lexeme> Lexemes { get; }

    public IReadOnlyList<Predicate> Predicates { get; }

    public IReadOnlyList<PeoplePhrase> Phrases { get; }

    public PeoplePhrase? StartingAt(int i) => i >= 0 && i < _startingAt.Length ? _startingAt[i] : null;

    public PeoplePhrase? EndingAt(int i) => i >= 0 && i < _endingAt.Length ? _endingAt[i] : null;

    public bool InPredicate(int i) => i >= 0 && i < _inPredicate.Length && _inPredicate[i];

    /// <summary>The lexeme's lower-case word; empty outside the sentence.</summary>
    public string Lower(int i) => i >= 0 && i < Lexemes.Count ? Lexemes[i].Lower : "";

    public TextSpan Span(int from, int to) => new(Lexemes[from].Start, Lexemes[Math.Max(from, to - 1)].End);

    /// <summary>The first index at or after <paramref name="i"/> that is no adverb.</summary>
    public int SkipRight(int i)
    {
        while (i < Lexemes.Count && Words.Adverbs.Contains(Lexemes[i].Lower)) i++;
        return i;
    }

    /// <summary>The last index at or before <paramref name="i"/> that is neither adverb nor a time ("on Tuesday night").</summary>
    public int SkipLeft(int i)
    {
        var start = i;
        while (i >= 0 && start - i < 8)
        {
            if (Words.Adverbs.Contains(Lexemes[i].Lower) || Words.Times.Contains(Lexemes[i].Lower) || Lexemes[i].Lower == "," && Words.Times.Contains(Lower(i - 1))) i--;
            else if (Lexemes[i].Lower is "on" or "in" or "at" or "the" && i + 1 <= start && Words.Times.Contains(Lower(i + 1))) i--;
            else break;
        }
        return i;
    }
}
