using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Ingestion.Reading;

/// <summary>Reads the article out of a page: SmartReader's body with the page's remaining furniture taken off, and the facts that the page states of itself.</summary>
public static class PageReader
{
    // What a wall leaves standing is shorter.
    private const int Teaser = 1200;

    private const int ShortestEntry = 40;

    /// <summary>Reads a page. Nothing is fetched and no script runs.</summary>
    /// <param name="html">The page.</param>
    /// <param name="url">Its address; null where it is not known.</param>
    public static PageArticle Read(string html, string? url = null)
    {
        var page = new HtmlParser().ParseDocument(html);
        var linked = LinkedArticle.Find(page);
        var found = Body(html, url);
        var site = Line(Meta(page, "og:site_name", "application-name") ?? linked?.Publisher ?? found?.SiteName);
        var title = PageTitle.Without(site, HtmlText.Line(linked?.Headline ?? Meta(page, "og:title", "twitter:title") ?? found?.Title ?? page.Title));
        var text = ArticleBody.Text(found?.Content, linked?.Body, title);
        return new PageArticle(
            title,
            text,
            Published(page, linked, url),
            Line(linked?.Author ?? Author(page) ?? found?.Byline),
            site,
            Language(linked?.Language ?? page.DocumentElement.GetAttribute("lang") ?? Meta(page, "og:locale", "content-language") ?? found?.Language),
            FeedAddress.Resolve(page.QuerySelector("link[rel='canonical']")?.GetAttribute("href") ?? Meta(page, "og:url"), url))
        {
            IsForSubscribers = linked?.IsForSubscribers == true || (text.Length < Teaser && page.QuerySelector("[class*='paywall' i], [id*='paywall' i]") is not null),
            Entries = [.. (linked?.Updates ?? []).Select(update => Entry(update, url)).OfType<LiveEntry>()],
        };
    }

    // Without its own date an entry's days could not be told, and one line says nothing of where and when.
    private static LiveEntry? Entry(LinkedArticle update, string? url)
    {
        var text = ArticleBody.Plain(update.Body);
        return text.Length >= ShortestEntry && FeedDate.Read(update.Published) is { } published
            ? new LiveEntry(FeedAddress.Resolve(update.Url, url), HtmlText.Line(update.Headline), text, published) : null;
    }

    private static SmartReader.Article? Body(string html, string? url)
    {
        var address = Uri.TryCreate(url, UriKind.Absolute, out var given) && given.Scheme is "http" or "https" ? url! : "https://page.invalid/";
        using var reader = new SmartReader.Reader(address, html);
        reader.KeepClasses = true; // they tell captions and prompts from text
        var article = reader.GetArticle();
        return article.Completed ? article : null;
    }

    private static DateTimeOffset? Published(IHtmlDocument page, LinkedArticle? linked, string? url)
    {
        string?[] written =
        [
            linked?.Published,
            Meta(page, "article:published_time", "og:article:published_time", "og:published_time"),
            Meta(page, "datePublished", "date", "pubdate", "publishdate", "publish_date", "publish-date", "dc.date", "dc.date.issued", "dcterms.created",
                "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "originalpublicationdate"),
            page.QuerySelector("[itemprop='datePublished']") is { } item ? item.GetAttribute("content") ?? item.GetAttribute("datetime") ?? item.TextContent : null,
            page.QuerySelector("article time[datetime], time[pubdate], time[datetime]")?.GetAttribute("datetime"),
        ];
        return written.Select(FeedDate.Read).FirstOrDefault(d => d is not null) ?? PageAddress.Date(url);
    }

    private static string? Author(IHtmlDocument page)
    {
        var author = Meta(page, "author", "article:author", "parsely-author", "sailthru.author", "dc.creator")
            ?? page.QuerySelector("[itemprop='author'] [itemprop='name'], [rel='author'], [itemprop='author']")?.TextContent;
        // Some pages give the address of the author's profile.
        return author is null || author.Contains("://", StringComparison.Ordinal) ? null : author;
    }

    private static string? Meta(IHtmlDocument page, params string[] names)
    {
        foreach (var name in names)
        {
            foreach (var meta in page.QuerySelectorAll("meta"))
            {
                var key = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
                if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase) && meta.GetAttribute("content") is { } content && !string.IsNullOrWhiteSpace(content)) return content.Trim();
            }
        }
        return null;
    }

    private static string? Line(string? text) => HtmlText.Line(text) is { Length: > 0 and < 300 } line ? line : null;

    private static string? Language(string? tag)
    {
        var language = tag?.Trim().Split('-', '_', ',', ' ')[0].ToLowerInvariant();
        return language is { Length: 2 } && language.All(char.IsAsciiLetter) ? language : null;
    }
}
