using System.Globalization;
using System.Text.RegularExpressions;

namespace BorderWatch.Extraction.Text;

/// <summary>Finds the head of a wire report: where and when it was filed.</summary>
public static partial class DatelineFinder
{
    /// <summary>A dateline stands within so many characters of the article's beginning, or nowhere.</summary>
    private const int Within = 900;

    /// <summary>The dateline of <paramref name="article"/>; null where there is none. Its span includes the dash that ends it.</summary>
    public static Dateline? Find(ArticleText article)
    {
        var head = article.Text[..Math.Min(Within, article.Text.Length)];
        var match = CityCountryDate().Match(head) is { Success: true } release ? release : Wire().Match(head);
        if (match.Success && !LooksFiled(match)) match = Match.Empty;
        if (!match.Success) match = Colon().Match(head);
        if (!match.Success) return HeadingDate(article, head);
        var filed = Day(match.Groups["day"].Value, match.Groups["month"].Value, match.Groups["year"].Value, article, head)
            ?? HeadingDate(article, head)?.Filed;
        var line = match.Groups["line"];
        return new Dateline(line.Index, match.Index + match.Length, filed, ReleaseMark().IsMatch(head) ? new TextSpan(line.Index, line.Index + line.Length) : null);
    }

    // "KABUL —", "Quetta, Nov 3 —", "Kabul (Reuters) -" anywhere near the head; a bare "Malta –" only as the very first words.
    private static bool LooksFiled(Match match)
    {
        var line = match.Groups["line"].ValueSpan;
        if (match.Groups["day"].Success || line.Contains('(') || line.Contains('/')) return true;
        var city = line;
        var comma = city.IndexOf(',');
        if (comma > 0) city = city[..comma];
        if (city.Length > 2 && !city.ContainsAnyInRange('a', 'z')) return true;
        return match.Groups["line"].Index < 3 && city.Count(' ') < 2;
    }

    // A press release without a dateline may carry its date in a heading of its own: "July 10: …", "… Update May 23, 2011".
    private static Dateline? HeadingDate(ArticleText article, string head)
    {
        if (article.PublishedAt is not null) return null;
        var match = Heading().Match(head);
        return match.Success && Day(match.Groups["day"].Value, match.Groups["month"].Value, match.Groups["year"].Value, article, head) is { } day
            ? new Dateline(match.Index, match.Index, day, ReleaseMark().IsMatch(head) ? new TextSpan(match.Groups["date"].Index, match.Groups["date"].Index + match.Groups["date"].Length) : null)
            : null;
    }

    private static DateOnly? Day(string day, string month, string year, ArticleText article, string head)
    {
        if (!int.TryParse(day, CultureInfo.InvariantCulture, out var d) || month.Length < 3) return null;
        var m = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, name =>
            name.Length > 0 && month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
        if (m == 0) return null;
        int y;
        if (year.Length > 0) y = int.Parse(year, CultureInfo.InvariantCulture) is var written && written < 100 ? written + (written < 50 ? 2000 : 1900) : written;
        else if (article.PublishedAt is { } published) y = published.Year - (m > published.Month + 1 ? 1 : 0);
        else if (ReleaseYear().Match(head) is { Success: true } release) y = int.Parse(release.Groups[1].Value, CultureInfo.InvariantCulture);
        else return null;
        return y is >= 1800 and <= 2200 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }

    private const string Month = @"(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
        // A telegraph has no small letters.
        + @"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?";

    private const string Date = @"(?<date>(?<day>\d{1,2})\s+" + Month + @"(?:,?\s+(?<year>\d{4}|\d{2}))?|" + Month + @"\s*(?<day>\d{1,2})(?:,?\s+(?<year>\d{4}))?)";

    // "KABUL, Afghanistan (June 14, 2011) —": may follow a release's furniture on the same line.
    [GeneratedRegex(@"(?<line>\b\p{Lu}[\p{Lu} '’.-]{2,30},\s*\p{Lu}[\p{L} .]{2,25}\s*\(" + Date + @"\.?\))\s*(?:[-–—]+\s*)?", RegexOptions.CultureInvariant)]
    private static partial Regex CityCountryDate();

    // "KABUL (Reuters) -", "Quetta, Nov 3 (AFP) —", "Lima, 23 Aug 88 (EFE) -- [Text]", "Washington, D.C. –".
    [GeneratedRegex(@"(?:\A|[\n\r\u2028])\s*(?<line>(?:\p{Lu}[\p{L}.'’-]*(?:[ -](?:\p{Lu}[\p{L}.'’-]*|de|la|del|el)){0,3})(?:\s*\([\p{L} .,]{2,30}\))?(?:\s*[,/]\s*\p{Lu}[\p{L}. ]{1,25}){0,2}(?:,?\s+" + Date + @")?\s*(?:\([^)\n]{2,60}\)|/\p{Lu}[\p{L} /]{2,20}/)?)\s*(?:--+|—|–|-\s|\s:)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Wire();

    // "ISLAMABAD: The …"
    [GeneratedRegex(@"\A\s*(?<line>\p{Lu}{3,}(?:[ -]\p{Lu}{2,}){0,3}(?:\s*\([^)\n]{2,60}\))?):\s+(?=\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex Colon();

    [GeneratedRegex(@"(?:\A|[\n\r\u2028])[^\n\r\u2028]{0,80}?\b" + Date, RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?i:for immediate release|(?:news|press) release|operational update)|\b(?:19|20)\d{2}[-–]\d{2}[-–][A-Z]{1,3}[-–](?:\d+|X+)", RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseMark();

    [GeneratedRegex(@"\b((?:19|20)\d{2})[-–]\d{2}[-–][A-Z]{1,3}[-–](?:\d+|X+)", RegexOptions.CultureInvariant)]
    private static partial Regex ReleaseYear();
}
