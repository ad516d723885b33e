using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Events;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Tells older things from the news: "so far this year", "a similar attack in March", "on 7 December 1987".</summary>
internal static class Backdrop
{
    /// <summary>A cue concerns a trigger within so many tokens.</summary>
    private const int Reach = 12;

    /// <summary>So many dead "in November" are a sum.</summary>
    private const int MonthsToll = 50;

    private static readonly HashSet<string> Older = ["similar", "previous", "previously", "earlier", "past", "recent", "last"];

    private static readonly Dictionary<string, string[][]> Cues = Lexicon.Rows("background-cues.tsv")
        .Select(row => row[0].Split(' ')).GroupBy(words => words[0]).ToDictionary(group => group.Key, group => group.ToArray());

    /// <summary>True where the clause tells an older thing than the news.</summary>
    public static bool Is(SentenceFacts facts, (int First, int End) clause, List<Trigger> triggers, Trigger main) =>
        main.Standing == Standing.Past || IsLikened(facts, triggers, main) || HasCue(facts, clause, main) || IsLongPast(facts, clause) || IsStatistic(facts, clause);

    // "in a similar attack", "a previous bombing"; but "was killed today in a recent operation" is the news.
    private static bool IsLikened(SentenceFacts facts, List<Trigger> triggers, Trigger main) =>
        triggers.Exists(t => t.Voice == TriggerVoice.Nominal && Likeness(facts, t) is { } word && (t == main || word != "recent" || !facts.Dates.Exists(d => d is { IsOccasion: true, Period.Precision: TimePrecision.Day })));

    // A few words may stand between: "a similar three-day operation".
    private static string? Likeness(SentenceFacts facts, Trigger trigger)
    {
        for (var i = trigger.First - 1; i >= Math.Max(1, trigger.First - 5); i--)
        {
            if (Older.Contains(facts.Word(i))) return facts.Word(i - 1) is "a" or "an" or "in" or "previous" ? facts.Word(i) : null;
            if (facts.Word(i) is "the" or "a" or "an" or "of" or "in" or "and" or ",") return null;
        }
        return null;
    }

    private static bool HasCue(SentenceFacts facts, (int First, int End) clause, Trigger main)
    {
        for (var i = Math.Max(clause.First, main.First - Reach); i < Math.Min(clause.End, main.Last + Reach); i++)
        {
            if (!Cues.TryGetValue(Key(facts, i), out var cues)) continue;
            foreach (var cue in cues)
                if (Matches(facts, i, cue) && !IsJustNow(facts, i + cue.Length)) return true;
        }
        return false;
    }

    // "Over the past two days" is the news itself.
    private static bool IsJustNow(SentenceFacts facts, int at)
    {
        for (var i = at - 1; i < at + 2; i++)
            if (facts.Word(i) is "days" or "hours" or "day" or "weekend" or "night" or "week") return true;
        return false;
    }

    // "The raid on 3 May was the first in the valley this year": one raid all the same.
    private static bool HasDay(SentenceFacts facts, (int First, int End) clause) =>
        facts.Dates.Exists(d => d.IsOccasion && d.Period.Precision == TimePrecision.Day && !d.Flags.HasFlag(DateFlags.Background) && facts.TokenAt(d.Span.Start) is var at && at >= clause.First && at < clause.End);

    private static bool Matches(SentenceFacts facts, int at, string[] cue)
    {
        for (var k = 0; k < cue.Length; k++)
        {
            var key = Key(facts, at + k);
            if (cue[k] == "9" ? !IsYear(facts, at + k) : key != cue[k]) return false;
        }
        return true;
    }

    // "#" stands for a number, "9" for a year.
    private static string Key(SentenceFacts facts, int i) =>
        i < 0 || i >= facts.Sentence.Tokens.Count ? "" : IsNumber(facts.Sentence.Tokens[i]) ? "#" : facts.Word(i);

    private static bool IsNumber(Token token) => token.Kind == TokenKind.Number
        || token.Lower is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" or "twelve";

    private static bool IsYear(SentenceFacts facts, int i) =>
        i < facts.Sentence.Tokens.Count && facts.Sentence.Tokens[i] is { Kind: TokenKind.Number, Written.Length: 4 };

    // "Violence took 412 lives in September": a month's or a year's sum.
    private static bool IsStatistic(SentenceFacts facts, (int First, int End) clause)
    {
        foreach (var date in facts.Dates)
        {
            if (facts.TokenAt(date.Span.Start) is var at && (at < clause.First || at >= clause.End) || date.Flags.HasFlag(DateFlags.Filing)) continue;
            if (date.Period.Precision == TimePrecision.Year && !HasDay(facts, clause)) return true;
            if (date.Period.Precision == TimePrecision.Month && facts.Casualties.Exists(c => c.Category == Casualties.CasualtyCategory.Killed && (c.Range.Best ?? c.Range.Low ?? 0) >= MonthsToll)) return true;
        }
        return false;
    }

    // The only dates of the clause are long before the publication, and one is a day or a month.
    private static bool IsLongPast(SentenceFacts facts, (int First, int End) clause)
    {
        var old = false;
        foreach (var date in facts.Dates)
        {
            if (facts.TokenAt(date.Span.Start) is var at && (at < clause.First || at >= clause.End)) continue;
            if (!date.Flags.HasFlag(DateFlags.Background)) return false;
            old |= date.Period.Precision is TimePrecision.Day or TimePrecision.Month && !date.Flags.HasFlag(DateFlags.Duration);
        }
        return old;
    }
}
