using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>An address where a feed may be.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="Title">What the page calls it; null where it does not say.</param>
internal sealed record FeedLink(string Address, string? Title);

/// <summary>Finds the feeds that a page names, and the places where outlets keep them.</summary>
internal static class FeedLinks
{
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json+feed", "text/rss+xml", "application/rss", "application/atom",
    };

    // The addresses that the common publishing systems give a site's feed.
    private static readonly string[] Paths = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml"];

    /// <summary>What a page names: first as HTML has it, in <c>link</c> elements, then where a link's words or address say so. Comments' feeds come last.</summary>
    public static IReadOnlyList<FeedLink> Named(string html, string address)
    {
        var page = new HtmlParser().ParseDocument(html);
        var start = FeedAddress.Resolve(page.QuerySelector("base[href]")?.GetAttribute("href"), address) ?? address;
        var declared = page.QuerySelectorAll("link[rel][href]").Where(IsFeed).Select(l => Link(l, l.GetAttribute("title")));
        var linked = page.QuerySelectorAll("a[href]").Where(LooksLikeFeed).Select(a => Link(a, a.TextContent));
        return [.. declared.Concat(linked).OfType<FeedLink>().DistinctBy(l => l.Address).OrderBy(l => IsOfComments(l) ? 1 : 0)];

        FeedLink? Link(IElement element, string? title) =>
            FeedAddress.Resolve(element.GetAttribute("href"), start) is { } found && Uri.TryCreate(found, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                ? new FeedLink(found, Reading.HtmlText.Line(title) is { Length: > 0 and < 200 } line ? line : null) : null;
    }

    /// <summary>Where a site's feed usually is.</summary>
    public static IReadOnlyList<FeedLink> Usual(string address) => [.. Paths.Select(path => new FeedLink(new Uri(new Uri(address), path).AbsoluteUri, null))];

    private static bool IsFeed(IElement link) =>
        link.GetAttribute("rel")!.Split(' ').Any(r => r.Equals("alternate", StringComparison.OrdinalIgnoreCase) || r.Equals("feed", StringComparison.OrdinalIgnoreCase))
        && Types.Contains((link.GetAttribute("type") ?? "").Split(';')[0].Trim());

    private static bool LooksLikeFeed(IElement anchor)
    {
        var href = anchor.GetAttribute("href")!.Split('?', '#')[0].TrimEnd('/');
        var last = href[(href.LastIndexOf('/') + 1)..];
        return last is "feed" or "rss" or "atom" || last.EndsWith(".rss", StringComparison.OrdinalIgnoreCase)
            || (last.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && (href.Contains("rss", StringComparison.OrdinalIgnoreCase) || href.Contains("feed", StringComparison.OrdinalIgnoreCase) || href.Contains("atom", StringComparison.OrdinalIgnoreCase)))
            || anchor.TextContent.Trim().Equals("RSS", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOfComments(FeedLink link) =>
        link.Address.Contains("comments", StringComparison.OrdinalIgnoreCase) || link.Title?.Contains("comments", StringComparison.OrdinalIgnoreCase) == true;
}
