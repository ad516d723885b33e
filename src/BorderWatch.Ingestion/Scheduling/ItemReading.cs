using System.Text.RegularExpressions;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Ingestion.Reading;
using BorderWatch.Store;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Reads an article out of a feed's item: from the item itself, or from the article's page where the item is a teaser.</summary>
internal sealed partial class ItemReading(
    IDbContextFactory<BorderWatchDbContext> contexts, Fetcher fetcher, Robots robots, RepeatedParagraphs repeated, IOptions<IngestionOptions> options, TimeProvider time)
{
    // A teaser is shorter than this; an article seldom is.
    private const int WholeArticle = 600;

    /// <summary>The article; its text is empty where none could be had, and then the error says why. Null where its page need not be fetched again.</summary>
    public async Task<(IncomingArticle? Article, string? Error)> ReadAsync(Source source, FeedItem item, string? url, string? id, RawBytes? raw, CancellationToken cancellation)
    {
        var html = Longer(item.Content, item.Summary);
        var title = ArticleWords.CleanTitle(item.Title);
        var text = await repeated.WithoutAsync(source.Id, ArticleWords.Clean(ArticleBody.Text(html, null, title) is { Length: > 0 } body ? body : HtmlText.Paragraphs(html)), cancellation);
        var incoming = new IncomingArticle(source.Id, source.Name, source.CountryCode, url, id, Past(item.PublishedAt), title, text, Byline(item.Author), "pipeline") { TextFrom = TextOrigin.FeedItem, Raw = raw };
        if (text.Length >= WholeArticle || url is null || !options.Value.FetchPages || IsLocal(source.FeedUrl))
            return (incoming, text.Length == 0 && title.Length == 0 ? "The item has neither a headline nor a text." : null);
        if (await IsHereAsync(source, item, url, id, cancellation)) return (null, null);
        var (article, error) = await FromPageAsync(incoming, cancellation);
        if (error is null || text.Length + title.Length == 0) return (article, error);
        return (incoming with { TextNote = $"Only the feed's teaser could be had. {error}" }, null); // better than nothing
    }

    /// <summary>The article as its page has it, where that says more than what is had already; an error where the page cannot be had or read.</summary>
    public async Task<(IncomingArticle Article, string? Error)> FromPageAsync(IncomingArticle had, CancellationToken cancellation)
    {
        if (options.Value.Fetching.HeedRobots && !await robots.AllowAsync(had.CanonicalUrl!, cancellation))
            return (had, "The outlet's robots.txt asks that this page is not fetched by programs: paste its text if you need it.");
        return await fetcher.FetchAsync(had.CanonicalUrl!, null, null, cancellation) switch
        {
            FetchResult.Fetched page => await FromPageAsync(had, page, cancellation),
            FetchResult.Failed failed => (had, failed.Error),
            _ => (had, "The server sent no page: try again later."),
        };
    }

    // A feed that came as a file is taken as it is: nothing is fetched on its word.
    private static bool IsLocal(string? feedUrl) => feedUrl is null || Path.IsPathFullyQualified(feedUrl);

    private async Task<(IncomingArticle Article, string? Error)> FromPageAsync(IncomingArticle teaser, FetchResult.Fetched page, CancellationToken cancellation)
    {
        var read = PageReader.Read(FeedEncoding.Decode(page.Body, page.ContentType), page.Address);
        var text = await repeated.WithoutAsync(teaser.SourceId, ArticleWords.Clean(read.Text), cancellation);
        var raw = new RawBytes(page.Address, page.ContentType, page.Body);
        if (Entries(teaser, read) is { Count: > 1 } entries) return (teaser with { PublishedAt = teaser.PublishedAt ?? entries[0].PublishedAt, Entries = entries }, null);
        if (text.Length <= teaser.Text.Length) return (teaser.Text.Length == 0 ? teaser with { Raw = raw } : teaser, teaser.Text.Length + teaser.Title.Length == 0 ? "The article's page holds no text that could be read." : null);
        return (teaser with
        {
            Text = text,
            Title = teaser.Title.Length > 0 ? teaser.Title : ArticleWords.CleanTitle(read.Title),
            PublishedAt = teaser.PublishedAt ?? Past(read.PublishedAt),
            Author = teaser.Author ?? Byline(read.Author),
            TextFrom = TextOrigin.Page,
            TextNote = read.IsForSubscribers ? "The outlet shows all of this page to subscribers only: what it shows to everybody was taken." : null,
            Raw = raw,
        }, null);
    }

    // Known again by their own address, or else by their moment.
    private List<IncomingArticle> Entries(IncomingArticle blog, PageArticle read) =>
    [
        .. read.Entries.Where(entry => Past(entry.PublishedAt) is not null).Select(entry => (Entry: entry, Key: $"{blog.CanonicalUrl}#{Fragment(entry)}")).DistinctBy(e => e.Key).Where(e => e.Key.Length <= FeedItems.LongestKey)
            .Select(e => new IncomingArticle(
                blog.SourceId, blog.SourceName, blog.CountryCode, e.Key, e.Key, e.Entry.PublishedAt,
                ArticleWords.CleanTitle(e.Entry.Title.Length > 0 ? e.Entry.Title : read.Title), ArticleWords.Clean(e.Entry.Text), null, blog.By) { TextFrom = TextOrigin.Page })
    ];

    private static string Fragment(LiveEntry entry) =>
        Uri.TryCreate(entry.Url, UriKind.Absolute, out var address) && address.Fragment.Length > 1 ? address.Fragment[1..] : entry.PublishedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    // A page is fetched once, and again when its feed says that it was changed after that.
    private async Task<bool> IsHereAsync(Source source, FeedItem item, string url, string? id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var article = await ArticleSearch.ByKeyAsync(db, source.Id, id, url, cancellation);
        if (article is null) return false;
        var fetched = await db.ArticleRevisions.Where(r => r.ArticleId == article.Id).MaxAsync(r => (DateTimeOffset?)r.FetchedAt, cancellation);
        return fetched is not null && !(item.UpdatedAt > fetched);
    }

    // A date in the future is a mistake; taken for true it would date every "on Friday" of the text.
    private DateTimeOffset? Past(DateTimeOffset? published) => published > time.GetUtcNow().AddDays(1) ? null : published;

    private static string Longer(string? content, string? summary) => (content?.Length ?? 0) >= (summary?.Length ?? 0) ? content ?? "" : summary!;

    private static string? Byline(string? author)
    {
        var name = author is null ? "" : HtmlText.Squeeze(Email().Replace(author, "")).Trim('(', ')', ' ', ',');
        return name.Length == 0 ? null : name.Length <= 200 ? name : name[..200];
    }

    [GeneratedRegex(@"\(?\b[\w.+-]+@[\w-]+\.[\w.-]+\)?")]
    private static partial Regex Email();
}
