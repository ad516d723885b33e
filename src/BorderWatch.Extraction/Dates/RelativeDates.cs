using BorderWatch.Extraction.Phrases;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Dates;

/// <summary>Dates that are reckoned from the publication: "on Friday", "yesterday", "two weeks ago", "last month", "in recent weeks".</summary>
internal static class RelativeDates
{
    /// <summary>"Recent months" reach back so many months; "recent weeks" as many weeks.</summary>
    private const int Recent = 3;

    /// <summary>What happened so many weeks ago is no news any more.</summary>
    private const int LongAgo = 4;

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] ShortWeekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>The date at token <paramref name="i"/>; null where none begins there.</summary>
    public static ReadDate? At(DateText text, int i)
    {
        var word = text.Lower(i);
        return Weekday(text.Tokens[i]) is { } day ? OnWeekday(text, i, day) : word switch
        {
            "today" or "tonight" => Days(text, i, i + 1, 0, "dates.today"),
            "yesterday" when text.Lower(i - 1) == "before" && text.Lower(i - 2) == "day" => Days(text, i - 2, i + 1, 2, "dates.yesterday"),
            "yesterday" => Days(text, i, i + 1, 1, "dates.yesterday"),
            "overnight" => Days(text, i, i + 1, 1, "dates.overnight"),
            "this" => This(text, i),
            "last" or "past" => Last(text, i),
            "previous" when text.Lower(i + 1) is "night" or "day" => Days(text, i, i + 2, 1, "dates.yesterday"),
            "recent" => InRecent(text, i),
            "ago" or "earlier" or "back" => Ago(text, i),
            "weekend" => Weekend(text, i),
            _ => null,
        };
    }

    private static DayOfWeek? Weekday(Token token)
    {
        if (!token.IsCapitalised) return null;
        var index = Array.IndexOf(Weekdays, token.Lower);
        if (index < 0 && token.Written.Length == 3 && token.Lower is not ("sun" or "sat" or "wed" or "mon")) index = Array.IndexOf(ShortWeekdays, token.Lower);
        return index < 0 ? null : (DayOfWeek)index;
    }

    private static ReadDate? OnWeekday(DateText text, int i, DayOfWeek day)
    {
        if (i + 1 < text.Tokens.Count && text.Lower(i + 1) is "times" or "telegraph" or "mail" or "post" or "leader" or "observer" or "express" or "school") return null;
        var flags = DateFlags.Relative;
        if (text.Lower(i - 1) is "every" or "each") flags |= DateFlags.Duration;
        if (text.Lower(i - 1) is "next" or "coming") flags |= DateFlags.Future;
        if (text.Anchor is not { } anchor) return new ReadDate(OccurrencePeriod.Unknown, i, i + 1, flags, "dates.weekday");
        var back = ((int)anchor.DayOfWeek - (int)day + 7) % 7;
        if (text.Lower(i - 1) == "last" && back == 0) back = 7;
        if ((flags & DateFlags.Future) != 0) back -= 7;
        // "on Monday last week", "Tuesday of last week"
        var weekAt = text.Lower(i + 1) == "of" ? i + 2 : i + 1;
        if (text.Lower(weekAt) == "last" && text.Lower(weekAt + 1) == "week")
            return new ReadDate(OccurrencePeriod.OnDay(anchor.AddDays(-(((int)anchor.DayOfWeek + 6) % 7) - 7 + ((int)day + 6) % 7)), i, weekAt + 2, flags, "dates.weekday");
        var from = text.Lower(i - 1) == "last" ? i - 1 : i;
        return new ReadDate(OccurrencePeriod.OnDay(anchor.AddDays(-back)), from, i + 1, flags, "dates.weekday");
    }

    private static ReadDate? This(DateText text, int i) => text.Lower(i + 1) switch
    {
        "morning" or "afternoon" or "evening" or "noon" => Days(text, i, i + 2, 0, "dates.today"),
        "week" => Span(text, i, i + 2, anchor => (anchor.AddDays(-(((int)anchor.DayOfWeek + 6) % 7)), anchor), TimePrecision.Week, "dates.week"),
        "month" => Span(text, i, i + 2, anchor => (new DateOnly(anchor.Year, anchor.Month, 1), anchor), TimePrecision.Month, "dates.month"),
        "year" => Span(text, i, i + 2, anchor => (new DateOnly(anchor.Year, 1, 1), anchor), TimePrecision.Year, "dates.year"),
        _ => null,
    };

    private static ReadDate? Last(DateText text, int i)
    {
        var (unit, next) = (text.Lower(i + 1), i + 2);
        if (unit is "few" or "several" or "couple" && text.Lower(i + 2) is { Length: > 0 } vague)
        {
            if (vague == "of") vague = text.Lower(++next);
            next++;
            return InUnits(text, i, next, vague, Recent);
        }
        if (Count(text, i + 1) is { } count && text.Lower(i + 2) is { Length: > 0 } counted) return InUnits(text, i, i + 3, counted, count);
        return unit switch
        {
            "night" or "evening" => Days(text, i, next, 1, "dates.last-night"),
            "week" => Span(text, i, next, anchor => Shift(anchor.AddDays(-(((int)anchor.DayOfWeek + 6) % 7) - 7), 6), TimePrecision.Week, "dates.week"),
            "weekend" => Weekend(text, i + 1),
            "month" => Span(text, i, next, anchor => Whole(new DateOnly(anchor.Year, anchor.Month, 1).AddMonths(-1)), TimePrecision.Month, "dates.month"),
            "year" => Span(text, i, next, anchor => (new DateOnly(anchor.Year - 1, 1, 1), new DateOnly(anchor.Year - 1, 12, 31)), TimePrecision.Year, "dates.year", DateFlags.Background),
            "hours" or "days" or "weeks" or "months" or "years" => InUnits(text, i, next, unit, Recent),
            _ => null,
        };
    }

    private static ReadDate? InRecent(DateText text, int i) => text.Lower(i + 1) is "days" or "weeks" or "months" or "years" ? InUnits(text, i, i + 2, text.Lower(i + 1), Recent) : null;

    // "in the past 24 hours", "over the last three months", "in recent weeks"
    private static ReadDate? InUnits(DateText text, int from, int to, string unit, int count) => unit switch
    {
        "hours" when count <= 48 => Days(text, from, to, count <= 12 ? 0 : count / 24, "dates.hours"),
        "hour" => Days(text, from, to, 0, "dates.hours"),
        "days" => Span(text, from, to, anchor => (anchor.AddDays(-Math.Max(count, 2)), anchor), count <= 10 ? TimePrecision.Week : TimePrecision.Month, "dates.recent"),
        "weeks" => Span(text, from, to, anchor => (anchor.AddDays(-7 * count), anchor), count == 1 ? TimePrecision.Week : TimePrecision.Month, "dates.recent"),
        "months" => Span(text, from, to, anchor => (anchor.AddMonths(-count), anchor), count <= Recent ? TimePrecision.Month : TimePrecision.Year, "dates.recent"),
        "years" or "decade" or "decades" => Span(text, from, to, anchor => (anchor.AddYears(-count), anchor), TimePrecision.Year, "dates.recent", DateFlags.Background | DateFlags.Duration),
        _ => null,
    };

    // "two weeks ago", "a day earlier", "three days back"; the number stands before.
    private static ReadDate? Ago(DateText text, int i)
    {
        var unit = text.Lower(i - 1).TrimEnd('s');
        if (unit is not ("hour" or "day" or "week" or "month" or "year" or "minute")) return null;
        var at = i - 2;
        var count = Count(text, at) ?? (text.Lower(at) is "few" or "several" or "couple" || text.Lower(at) == "of" && text.Lower(at - 1) == "couple" ? Recent : null);
        if (count is not { } number) return null;
        var earlier = text.Lower(i) == "earlier";
        // "a day earlier" counts from what the text spoke of, which may not be the publication.
        var flags = DateFlags.Relative | (earlier && unit is not "day" and not "hour" || unit == "week" && number >= LongAgo || unit == "month" ? DateFlags.Background : DateFlags.None);
        var date = unit switch
        {
            "minute" or "hour" => Days(text, at, i + 1, number >= 24 ? number / 24 : 0, "dates.ago"),
            "day" => Days(text, at, i + 1, number, "dates.ago"),
            "week" => Span(text, at, i + 1, anchor => (anchor.AddDays(-7 * number - 3), anchor.AddDays(-7 * number + 3)), TimePrecision.Week, "dates.ago"),
            "month" => Span(text, at, i + 1, anchor => Whole(new DateOnly(anchor.Year, anchor.Month, 1).AddMonths(-number)), TimePrecision.Month, "dates.ago"),
            _ => Span(text, at, i + 1, anchor => (new DateOnly(anchor.Year - number, 1, 1), new DateOnly(anchor.Year - number, 12, 31)), TimePrecision.Year, "dates.ago", DateFlags.Background),
        };
        return date is { } read ? read with { Flags = read.Flags | flags } : null;
    }

    private static ReadDate? Weekend(DateText text, int i) =>
        text.Lower(i - 1) is "the" or "this" or "last" or "over" or "past"
            ? Span(text, i, i + 1, anchor => Shift(anchor.AddDays(-(((int)anchor.DayOfWeek + 1) % 7)), anchor.DayOfWeek == DayOfWeek.Saturday ? 0 : 1), TimePrecision.Week, "dates.weekend") : null;

    private static int? Count(DateText text, int i)
    {
        if (i < 0 || i >= text.Tokens.Count) return null;
        var token = text.Tokens[i];
        if (token.Lower is "a" or "an") return 1;
        var kind = token.Kind == TokenKind.Number ? LexemeKind.Number : LexemeKind.Word;
        return NumberWords.Read([new Lexeme(token.Start, token.End, token.Lower, token.Written, kind)], 0) is var (value, _) && value < 200 ? value : null;
    }

    private static ReadDate Days(DateText text, int from, int to, int back, string rule) =>
        new(text.Anchor is { } anchor ? OccurrencePeriod.OnDay(anchor.AddDays(-back)) : OccurrencePeriod.Unknown, Math.Max(0, from), to, DateFlags.Relative, rule);

    private static ReadDate Span(DateText text, int from, int to, Func<DateOnly, (DateOnly From, DateOnly To)> span, TimePrecision precision, string rule, DateFlags flags = DateFlags.None)
    {
        flags |= DateFlags.Relative;
        if (text.Anchor is not { } anchor || anchor.Year < 1000) return new ReadDate(OccurrencePeriod.Unknown, from, to, flags, rule);
        var (first, last) = span(anchor);
        return new ReadDate(new OccurrencePeriod(first, last > anchor ? anchor : last, precision), Math.Max(0, from), to, flags, rule);
    }

    private static (DateOnly, DateOnly) Shift(DateOnly from, int days) => (from, from.AddDays(days));

    private static (DateOnly, DateOnly) Whole(DateOnly first) => (first, first.AddMonths(1).AddDays(-1));
}
