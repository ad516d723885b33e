using System.Globalization;
using System.Text.RegularExpressions;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>Dates as feeds and pages write them: RFC 822 with its odd zones, ISO 8601 in part or whole, asctime, and plain words.</summary>
public static partial class FeedDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // Hours east of Greenwich. Two outlets' IST differ (India, Israel): India is the one that our region reads.
    private static readonly Dictionary<string, double> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = 0,
        ["ut"] = 0,
        ["utc"] = 0,
        ["gmt"] = 0,
        ["wet"] = 0,
        ["est"] = -5,
        ["edt"] = -4,
        ["cst"] = -6,
        ["cdt"] = -5,
        ["mst"] = -7,
        ["mdt"] = -6,
        ["pst"] = -8,
        ["pdt"] = -7,
        ["akst"] = -9,
        ["akdt"] = -8,
        ["hst"] = -10,
        ["ast"] = -4,
        ["adt"] = -3,
        ["bst"] = 1,
        ["cet"] = 1,
        ["cest"] = 2,
        ["met"] = 1,
        ["mest"] = 2,
        ["eet"] = 2,
        ["eest"] = 3,
        ["msk"] = 3,
        ["irst"] = 3.5,
        ["aft"] = 4.5,
        ["pkt"] = 5,
        ["tjt"] = 5,
        ["uzt"] = 5,
        ["tmt"] = 5,
        ["ist"] = 5.5,
        ["npt"] = 5.75,
        ["kgt"] = 6,
        ["almt"] = 5,
        ["jst"] = 9,
        ["kst"] = 9,
        ["aest"] = 10,
        ["aedt"] = 11,
        ["nzst"] = 12,
        ["nzdt"] = 13,
        ["et"] = -5,
        ["ct"] = -6,
        ["mt"] = -7,
        ["pt"] = -8,
    };

    /// <summary>The moment, in the offset that is written (UTC where none is); null where it is no date.</summary>
    public static DateTimeOffset? Read(string? written)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > 100) return null;
        var text = Spaces().Replace(written, " ").Trim();
        return Iso(text) ?? Rfc822(text) ?? Asctime(text) ?? Plain(text);
    }

    private static DateTimeOffset? Iso(string text)
    {
        var m = IsoDate().Match(text);
        if (!m.Success) return null;
        var year = Year(m.Groups["y"].Value);
        if (m.Groups["n"].Success)
        {
            var number = int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture);
            return number is < 1 or > 366 ? null : Make(year, 1, 1, m)?.AddDays(number - 1);
        }
        return Make(year, Number(m, "mo", 1), Number(m, "d", 1), m);
    }

    private static DateTimeOffset? Rfc822(string text)
    {
        var m = RfcDate().Match(text);
        return m.Success ? Make(Year(m.Groups["y"].Value), Month(m.Groups["mo"].Value), Number(m, "d", 1), m) : null;
    }

    private static DateTimeOffset? Asctime(string text)
    {
        var m = AsctimeDate().Match(text);
        return m.Success ? Make(Year(m.Groups["y"].Value), Month(m.Groups["mo"].Value), Number(m, "d", 1), m) : null;
    }

    private static DateTimeOffset? Plain(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var date)
        && date.Year is > 1980 and < 2200 && text.Any(char.IsDigit) && text.Contains(date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal) ? date : null;

    private static DateTimeOffset? Make(int year, int month, int day, Match time)
    {
        if (month is < 1 or > 12 || year is < 1 or > 9998 || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
        var (hour, minute, second) = (Number(time, "h", 0), Number(time, "mi", 0), Math.Min(59, Number(time, "s", 0)));
        if (time.Groups["pm"].Value is { Length: > 0 } half) hour = hour % 12 + (half[0] is 'p' or 'P' ? 12 : 0);
        var nextDay = hour == 24 && minute == 0;
        if (nextDay) hour = 0;
        if (hour > 23 || minute > 59) return null;
        var offset = Offset(time.Groups["z"].Value);
        var local = new DateTime(year, month, day, hour, minute, second).AddDays(nextDay ? 1 : 0);
        return offset is null ? new DateTimeOffset(local, TimeSpan.Zero) : new DateTimeOffset(local, offset.Value);
    }

    private static TimeSpan? Offset(string zone)
    {
        if (zone.Length == 0) return null;
        if (Zones.TryGetValue(zone, out var hours)) return TimeSpan.FromHours(hours);
        var m = NumericZone().Match(zone);
        if (!m.Success) return null;
        var minutes = Number(m, "zh", 0) * 60 + Number(m, "zm", 0);
        return minutes > 14 * 60 ? null : TimeSpan.FromMinutes(m.Groups["sign"].Value is "-" or "−" ? -minutes : minutes);
    }

    private static int Number(Match m, string group, int otherwise) =>
        m.Groups[group].Success && int.TryParse(m.Groups[group].Value, CultureInfo.InvariantCulture, out var n) ? n : otherwise;

    private static int Year(string digits)
    {
        var year = int.Parse(digits, CultureInfo.InvariantCulture);
        return digits.Length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int Month(string name) => Array.FindIndex(Months, m => name.StartsWith(m, StringComparison.OrdinalIgnoreCase)) + 1;

    private const string Clock = @"(?<h>\d{1,2})[:.](?<mi>\d{2})(?:[:.](?<s>\d{2})(?:[.,]\d+)?)?\s*(?<pm>[AaPp]\.?[Mm]\.?)?";

    private const string Zone = @"\s*\(?(?<z>(?:(?:UTC|GMT)?\s*[+\-−]\s*\d{1,2}:?\d{0,2}(?!\d))|[A-Za-z]{1,5})?\)?";

    [GeneratedRegex(@"^(?<y>\d{4})(?:-?(?<n>\d{3})(?!\d)|-(?<mo>\d{1,2})(?:-(?<d>\d{1,2}))?|(?<mo>\d{2})(?<d>\d{2})|[/.](?<mo>\d{1,2})[/.](?<d>\d{1,2}))?(?:\s*[Tt ,]\s*" + Clock + Zone + ")?")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^(?:[A-Za-z]{2,9}\.?\s*,?\s*)?(?<d>\d{1,2})(?:st|nd|rd|th)?[\s\-/]+(?<mo>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?,?[\s\-/]+(?<y>\d{4}|\d{2})(?:,?\s*(?:at\s+)?" + Clock + Zone + ")?", RegexOptions.IgnoreCase)]
    private static partial Regex RfcDate();

    [GeneratedRegex(@"^(?:[A-Za-z]{2,9}\.?\s*,?\s*)?(?<mo>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:" + Clock + @"\s+)?(?:(?<z>[A-Za-z]{1,5}|[+\-]\d{4})\s+)?(?<y>\d{4})(?:,?\s*(?:at\s+)?(?:-\s*)?(?<h>\d{1,2}):(?<mi>\d{2})(?::(?<s>\d{2}))?\s*(?<pm>[AaPp]\.?[Mm]\.?)?" + Zone + ")?", RegexOptions.IgnoreCase)]
    private static partial Regex AsctimeDate();

    [GeneratedRegex(@"^(?:UTC|GMT)?\s*(?<sign>[+\-−])\s*(?<zh>\d{2}|\d(?=:|$))(?::?(?<zm>\d{2}))?$", RegexOptions.IgnoreCase)]
    private static partial Regex NumericZone();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
