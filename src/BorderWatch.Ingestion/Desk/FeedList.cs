using BorderWatch.Ingestion.Feeds;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Desk;

/// <inheritdoc cref="IFeedList"/>
internal sealed class FeedList(IDbContextFactory<BorderWatchDbContext> contexts, ISourceCommands commands) : IFeedList
{
    private const int LongestName = 200;

    /// <inheritdoc />
    public async Task<CommandResult<string>> ExportAsync(Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.Export) is { } refusal) return new(null, refusal);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Where(s => s.FeedUrl != null && s.FeedUrl.StartsWith("http") && !s.IsDemo)
            .OrderBy(s => s.Name).Select(s => new { s.Name, s.FeedUrl }).ToListAsync(cancellation);
        return new(Opml.Write("BorderWatch: sources", sources.Select(s => new OpmlFeed(s.Name, s.FeedUrl!))), null);
    }

    /// <inheritdoc />
    public async Task<FeedListImport> ImportAsync(string opml, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new FeedListImport(0, 0, [], refusal);
        if (Opml.Read(opml) is not { } feeds) return new FeedListImport(0, 0, [], "This is no list of feeds (OPML): export one from your feed reader.");
        if (feeds.Count == 0) return new FeedListImport(0, 0, [], "The list holds no feeds.");
        var (added, known, refused) = (0, 0, new List<string>());
        foreach (var feed in feeds)
        {
            // A list must not make the server read its own files.
            if (!Uri.TryCreate(feed.FeedUrl, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                refused.Add($"{feed.Name ?? feed.FeedUrl}: its address does not begin with http:// or https://.");
            else if (await IsHereAsync(feed.FeedUrl, cancellation))
                known++;
            else if (await AddAsync(feed, address, by, cancellation) is { } error)
                refused.Add($"{feed.Name ?? feed.FeedUrl}: {error}");
            else
                added++;
        }
        return new FeedListImport(added, known, refused, null);
    }

    private async Task<bool> IsHereAsync(string url, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Sources.AnyAsync(s => s.FeedUrl == url, cancellation);
    }

    // Two sections of one outlet often have one name; with the host and path they have two.
    private async Task<string?> AddAsync(OpmlFeed feed, Uri address, Caller by, CancellationToken cancellation)
    {
        var name = Short(Reading.HtmlText.Line(feed.Name) is { Length: > 0 } line ? line : address.Host);
        var first = await commands.AddFeedAsync(name, feed.FeedUrl, null, by, cancellation);
        if (first.Error is null) return null;
        return (await commands.AddFeedAsync(Short($"{name} ({address.Host}{address.AbsolutePath.TrimEnd('/')})"), feed.FeedUrl, null, by, cancellation)).Error is null ? null : first.Error;
    }

    private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName];
}
