using System.Text;
using BorderWatch.Extraction.Phrases;

namespace BorderWatch.Extraction.Casualties;

/// <summary>The people of one predicate: one phrase or several that are added.</summary>
internal sealed class VictimGroup
{
    private readonly int _pronoun = -1;

    public VictimGroup(List<PeoplePhrase> people)
    {
        // "ten people, four women and six children": the rest only breaks the first down.
        var rest = people.Count > 2 && people[0] is { IsNumbered: true, Range.Best: { } whole } && people.Skip(1).Sum(phrase => phrase.Range?.Best ?? -1000) == whole;
        People = rest ? [people[0]] : people;
        Parts = rest ? people[1..] : [];
        Range = Sum(People);
    }

    /// <summary>"Five people, a woman and two girls among them": the first, which holds the others.</summary>
    public VictimGroup Whole(CasualtyReading reading) =>
        People.Count > 1 && People[0].IsNumbered && (reading.Lower(To) is "among" && reading.Lower(To + 1) is "them" or "whom" || reading.Lower(To) == "included") ? new VictimGroup([People[0]]) : this;

    private VictimGroup(int pronoun, int? count)
    {
        _pronoun = pronoun;
        (People, Parts) = ([], []);
        Range = count is { } number ? CasualtyRange.Exactly(number) : null;
    }

    public static VictimGroup Pronoun(int at, int? count) => new(at, count);

    public List<PeoplePhrase> People { get; }

    public List<PeoplePhrase> Parts { get; }

    /// <summary>How many; null where no number stands there and more than one is meant.</summary>
    public CasualtyRange? Range { get; }

    public bool IsPronoun => _pronoun >= 0;

    public bool IsNumbered => People.Any(phrase => phrase.IsNumbered);

    public int From => IsPronoun ? _pronoun : People[0].From;

    public int To => IsPronoun ? _pronoun + 1 : People[^1].To;

    public VictimPhrase? Victims(CasualtyReading reading)
    {
        var named = People.Where(phrase => phrase.NounFrom < phrase.To && phrase.Head is not null).ToList();
        if (named.Count == 0) return null;
        var (from, to) = named.Count == People.Count && People.Count > 1 ? (named[0].From, named[^1].To) : (named[0].NounFrom, named[0].To);
        var span = reading.Span(from, to);
        var words = new StringBuilder();
        var last = span.Start;
        foreach (var token in reading.Sentence.Tokens)
        {
            if (token.Start < span.Start || token.End > span.End) continue;
            if (words.Length > 0 && token.Start > last) words.Append(' ');
            words.Append(token.Written);
            last = token.End;
        }
        return new VictimPhrase(span, words.ToString(), named[0].Head!);
    }

    private static CasualtyRange? Sum(List<PeoplePhrase> people)
    {
        if (people.Count == 1) return people[0].Range;
        if (people.Any(phrase => phrase.IsNobody)) return people.First(phrase => phrase.IsNobody).Range;
        int? low = 0, best = 0, high = 0;
        var known = false;
        foreach (var phrase in people)
        {
            var range = phrase.Range;
            known |= range is not null;
            // "ten officers and civilians": the number may cover both, and certainly counts the ten.
            low += range?.Low ?? range?.Best ?? (range is null && !people.Exists(other => other.IsNumbered) ? 1 : 0);
            best = range?.Best is { } most ? best + most : null;
            high = range?.High is { } top ? high + top : null;
        }
        return known ? new CasualtyRange(low, best, high) : null;
    }
}
