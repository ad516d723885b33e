using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Dates;

/// <summary>Dates that the text writes out: "3 November 2025", "Nov. 3", "2025-11-03", "between 3 and 5 May", "in November", "in 2014".</summary>
internal static class WrittenDates
{
    /// <summary>A date without a year may lie so far ahead and still mean the coming one; farther means last year's.</summary>
    private const int DaysAhead = 10;

    /// <summary>The date at token <paramref name="i"/>; null where none begins there.</summary>
    public static ReadDate? At(DateText text, int i) =>
        text.Tokens[i].Kind == TokenKind.Number ? Numeric(text, i) ?? DayFirst(text, i) ?? YearAlone(text, i) : MonthFirst(text, i);

    // "3 November 2025", "3rd of November", "3-5 May", "3 and 5 May"
    private static ReadDate? DayFirst(DateText text, int i)
    {
        if (text.Number(i) is not var (day, next) || day is < 1 or > 31) return null;
        int? until = null;
        if (text.Lower(next) is "-" or "–" or "to" or "and" or "until" && text.Number(next + 1) is var (last, after) && last > day && last <= 31) (until, next) = (last, after);
        if (text.Lower(next) == "of") next++;
        if (next >= text.Tokens.Count || Months.Find(text.Tokens[next]) is not { } month) return null;
        // "10 May be" is no date, but "10 may" has no capital anyway; a following full stop belongs to the abbreviation.
        next++;
        if (text.Lower(next) == "." && text.Tokens[next - 1].Written.Length <= 4 && Year(text, next + 1) is not null) next++;
        if (text.Lower(next) == "," && Year(text, next + 1) is not null) next++;
        var year = Year(text, next);
        return Make(text, i, year is null ? next : next + 1, year, month, day, until);
    }

    // "November 3, 2025", "Nov. 3", "November 3-5", "November 2025", "in November"
    private static ReadDate? MonthFirst(DateText text, int i)
    {
        if (Months.Find(text.Tokens[i]) is not { } month) return null;
        var next = i + 1;
        if (text.Lower(next) == "." && text.Tokens[i].Written.Length <= 4 && text.Number(next + 1) is not null) next++;
        if (text.Number(next) is var (day, after) && day is >= 1 and <= 31 && !text.Touches(next))
        {
            int? until = null;
            if (text.Lower(after) is "-" or "–" or "to" or "and" or "through" && text.Number(after + 1) is var (last, end) && last > day && last <= 31 && (end >= text.Tokens.Count || Months.Find(text.Tokens[end]) is null)) (until, after) = (last, end);
            var comma = text.Lower(after) == ",";
            var year = Year(text, comma ? after + 1 : after);
            return Make(text, i, year is null ? after : after + (comma ? 2 : 1), year, month, day, until);
        }
        var alone = Year(text, text.Lower(next) is "," or "of" ? next + 1 : next);
        if (alone is { } written) return WholeMonth(text, i, text.Lower(next) is "," or "of" ? next + 2 : next + 1, month, written);
        if (month.IsSolarHijri && !(text.Lower(i - 1) == "of" && text.Lower(i - 2) == "month")) return null;
        // "Jan and two others": a name, where no full stop shortens it and no word before makes it a month.
        if (text.Tokens[i].Lower is "may" or "march" or "jan" or "dec" or "mar" or "nov" or "sep" or "oct" or "jun" or "apr" && text.Lower(next) != "." && text.Lower(i - 1) is not ("in" or "of" or "since" or "last" or "during" or "until" or "by" or "early" or "late" or "mid" or "this" or "from")) return null;
        return text.Anchor is { } anchor ? WholeMonth(text, i, i + 1, month, YearFor(anchor, month, 1)) : new ReadDate(OccurrencePeriod.Unknown, i, i + 1, DateFlags.None, "dates.month");
    }

    private static ReadDate? Make(DateText text, int from, int to, int? year, Months.Month month, int day, int? until)
    {
        var flags = DateFlags.None;
        if (year is null)
        {
            if (text.Anchor is not { } anchor) return new ReadDate(OccurrencePeriod.Unknown, from, to, flags, "dates.day-month");
            year = YearFor(anchor, month, day);
        }
        if (Months.Day(year.Value, month, day) is not { } first) return null;
        if (until is null) return new ReadDate(OccurrencePeriod.OnDay(first), from, to, flags, "dates.written");
        return Months.Day(year.Value, month, until.Value) is { } last
            ? new ReadDate(new OccurrencePeriod(first, last, last.DayNumber - first.DayNumber < 7 ? TimePrecision.Week : TimePrecision.Month), from, to, flags, "dates.written-range") : null;
    }

    private static ReadDate? WholeMonth(DateText text, int from, int to, Months.Month month, int year)
    {
        if (Months.Whole(year, month) is not var (first, last)) return null;
        if (text.Anchor is { } anchor && anchor >= first && anchor < last) last = anchor;
        return new ReadDate(new OccurrencePeriod(first, last, TimePrecision.Month), from, to, DateFlags.None, "dates.month");
    }

    // The latest such day that is not plainly in the future.
    private static int YearFor(DateOnly anchor, Months.Month month, int day)
    {
        var year = Months.YearOf(anchor, month);
        return Months.Day(year, month, day) is { } date && date.DayNumber - anchor.DayNumber > DaysAhead ? year - 1 : year;
    }

    private static int? Year(DateText text, int i)
    {
        if (i >= text.Tokens.Count || text.Tokens[i].Kind != TokenKind.Number || text.Touches(i + 1) && text.Lower(i + 1) is not ("." or "," or ")" or "]" or ";" or ":" or "'" or "’" or "-" or "–" or "\"" or "”")) return null;
        var written = text.Tokens[i].Written;
        if (written.Length == 4 && int.TryParse(written, out var year) && (year is >= 1900 and <= 2150 || year is >= 1340 and <= 1450)) return year;
        // "23 Aug 88": two digits only right after a month, and not before a word that they could count.
        return written.Length == 2 && int.TryParse(written, out var two) && i > 0 && Months.Find(text.Tokens[i - 1]) is not null && two > 31 && (i + 1 >= text.Tokens.Count || text.Tokens[i + 1].Kind == TokenKind.Mark)
            ? two + (two < 50 ? 2000 : 1900) : null;
    }

    // "2025-11-03", "11/03/2025", "28/01", "03.11.2025"
    private static ReadDate? Numeric(DateText text, int i)
    {
        if (text.Tokens[i].Written.Count(c => c == '.') == 2) return Dotted(text, i);
        var separator = text.Lower(i + 1);
        if (separator is not ("-" or "/") || !text.Touches(i + 1) || !text.Touches(i + 2) || text.Touches(i) && text.Lower(i - 1) is "-" or "/") return null;
        if (text.Number(i) is not var (a, _) || text.Number(i + 2) is not var (b, _)) return null;
        if (text.Lower(i + 3) == separator && text.Touches(i + 3) && text.Touches(i + 4) && text.Number(i + 4) is var (c, end))
        {
            if (a > 1900) return On(a, b, c, text, i, end);
            var year = c < 100 ? c + (c < 50 ? 2000 : 1900) : c;
            return Ambiguous(text, i, end, year, a, b);
        }
        return separator == "/" && text.Anchor is { } anchor && a is >= 1 and <= 31 && b is >= 1 and <= 31 && text.Lower(i - 1) is "(" or "[" or "on" ? Ambiguous(text, i, i + 3, anchor.Year, a, b) : null;
    }

    private static ReadDate? Dotted(DateText text, int i)
    {
        var parts = text.Tokens[i].Written.Split('.');
        return int.TryParse(parts[0], out var day) && int.TryParse(parts[1], out var month) && int.TryParse(parts[2], out var year) && year > 1900 ? On(year, month, day, text, i, i + 1) : null;
    }

    private static ReadDate? Ambiguous(DateText text, int from, int to, int year, int a, int b)
    {
        var dayFirst = On(year, b, a, text, from, to);
        var monthFirst = On(year, a, b, text, from, to);
        if (dayFirst is null || monthFirst is null) return dayFirst ?? monthFirst;
        if (text.Anchor is not { } anchor) return text.PrefersMonthFirst ? monthFirst : dayFirst;
        // The reading that is not in the future, and nearer to the publication.
        var (d, m) = (anchor.DayNumber - dayFirst.Value.Period.From!.Value.DayNumber, anchor.DayNumber - monthFirst.Value.Period.From!.Value.DayNumber);
        if (d < -1 != m < -1) return d < -1 ? monthFirst : dayFirst;
        return text.PrefersMonthFirst && m < 60 || m < d - 30 && m < 15 ? monthFirst : dayFirst;
    }

    private static ReadDate? On(int year, int month, int day, DateText text, int from, int to) =>
        month is >= 1 and <= 12 && Months.Day(year, new Months.Month(month, year < 1500), day) is { } date
            ? new ReadDate(OccurrencePeriod.OnDay(date), from, to, DateFlags.None, "dates.numeric") : null;

    private static ReadDate? YearAlone(DateText text, int i)
    {
        if (text.Lower(i - 1) is not ("in" or "since" or "during" or "of" or "year" or "until" or "from" or "by" or "before" or "after")) return null;
        if (text.Tokens[i].Written.Length != 4 || text.Number(i) is not var (year, next) || year is < 1900 or > 2150 || next < text.Tokens.Count && text.Tokens[next].Kind == TokenKind.Word && text.Lower(i - 1) is "of" or "from" or "by") return null;
        var last = new DateOnly(year, 12, 31);
        if (text.Anchor is { } anchor && anchor.Year == year) last = anchor;
        return new ReadDate(new OccurrencePeriod(new DateOnly(year, 1, 1), last, TimePrecision.Year), i, i + 1, DateFlags.None, "dates.year");
    }
}
