using System.Globalization;
using BorderWatch.Cli.Lines;
using BorderWatch.Extraction;

namespace BorderWatch.Cli.Extraction;

/// <summary>Reads an article from a JSON line.</summary>
internal static class ArticleLine
{
    /// <summary>The article.</summary>
    /// <exception cref="BadLineException"><c>text</c> is missing, or <c>publishedAt</c> is no ISO 8601 date.</exception>
    public static ArticleText Read(JsonLine line) =>
        new(line.Required("text"), line.Optional("title"),
            PublishedAt(line.Optional("publishedAt")), line.Optional("source"), line.Optional("countryHint"));

    private static DateTimeOffset? PublishedAt(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        // A date without a time has no offset: noon, so that no conversion moves it to another day.
        if (DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        if (DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
        throw new BadLineException($"publishedAt \"{written}\" is not an ISO 8601 date or date-time.");
    }
}
