using System.Text.RegularExpressions;

namespace BorderWatch.Ingestion.Reading;

/// <summary>The phrases and class names by which pages' furniture is known.</summary>
internal static partial class Furniture
{
    private static readonly Lazy<IReadOnlyList<Regex>> Phrases = new(Load);

    /// <summary>True where the paragraph is a prompt, a caption, a date or another thing that is not the article's text.</summary>
    public static bool Is(string paragraph) => paragraph.Length <= 400 && Phrases.Value.Any(p => p.IsMatch(paragraph));

    /// <summary>True where an element's class or id says that it is not the article's text.</summary>
    public static bool IsNamed(string? classes) => classes is { Length: > 0 } && Names().IsMatch(classes);

    private static List<Regex> Load() =>
        [.. EmbeddedRows.Of("furniture.tsv").Select(row => new Regex(row[0], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))];

    [GeneratedRegex(@"(^|[\s_-])(caption|captions|credit|credits|copyright|newsletter|newsletters|subscribe|subscription|signup|sign-up|social|share|sharing|sharebar|related|recommended|recirc|promo|promobox|advert|advertisement|ad-slot|byline|bylines|author-bio|author-box|authorbox|about-author|tags|tag-list|taglist|breadcrumb|breadcrumbs|comments|comment-form|disqus|slideshow|gallery-caption|read-more|readmore|more-stories|also-read|most-read|trending|cookie|paywall|sidebar|toolbar|timestamp|dateline-date)($|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex Names();
}
