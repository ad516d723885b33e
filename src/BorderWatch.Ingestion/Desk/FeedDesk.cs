using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Desk;

/// <inheritdoc cref="IFeedDesk"/>
internal sealed class FeedDesk(IDbContextFactory<BorderWatchDbContext> contexts, Fetcher fetcher, FeedIntake intake, TimeProvider time) : IFeedDesk
{
    // Large outlets name a feed for each of their sections; an editor who wants another gives its address.
    private const int MostNamed = 8;

    /// <inheritdoc />
    public async Task<FeedLook> LookAsync(string address, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new FeedLook(null, address, [], refusal);
        var fetched = await fetcher.FetchAsync(address, null, null, cancellation);
        if (fetched is FetchResult.Failed failed) return new FeedLook(null, address, [], failed.Error);
        if (fetched is not FetchResult.Fetched page) return new FeedLook(null, address, [], "The server sent nothing: try again later.");
        var reading = FeedReader.Read(page.Body, page.ContentType, page.Address);
        if (reading.Feed is not null) return new FeedLook(reading.Feed, page.Address, [], null);
        var named = await ReadAsync(FeedLinks.Named(FeedEncoding.Decode(page.Body, page.ContentType), page.Address), cancellation);
        // Asked for only where the page names none: guesses burden a server that owes us nothing.
        if (named.Count == 0) named = await ReadAsync(FeedLinks.Usual(page.Address), cancellation);
        return new FeedLook(null, page.Address, named, named.Count > 0 ? null : reading.Error);
    }

    /// <inheritdoc />
    public async Task<PollResult> TakeAsync(Feed feed, string outlet, string? countryCode, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation) =>
        by.Refusal(Permission.ManageSources) is { } refusal ? new PollResult(0, 0, 0, 0, 0, refusal) : await intake.TakeAsync(await SourceAsync(outlet, countryCode, cancellation), feed, null, progress, cancellation);

    private async Task<IReadOnlyList<NamedFeed>> ReadAsync(IEnumerable<FeedLink> links, CancellationToken cancellation)
    {
        var found = new List<NamedFeed>();
        foreach (var link in links.Take(MostNamed))
        {
            if (await fetcher.FetchAsync(link.Address, null, null, cancellation) is not FetchResult.Fetched answer) continue;
            if (FeedReader.Read(answer.Body, answer.ContentType, answer.Address).Feed is not { } feed) continue;
            if (found.TrueForAll(f => f.Address != answer.Address)) found.Add(new NamedFeed(answer.Address, feed.Title ?? link.Title, feed.Items.Count));
        }
        return found;
    }

    private async Task<Source> SourceAsync(string outlet, string? countryCode, CancellationToken cancellation)
    {
        var name = outlet.Length <= 200 ? outlet : outlet[..200];
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Name.ToLower() == name.ToLower(), cancellation) is { } known) return known;
        var source = new Source { Name = name, Kind = SourceKind.Feed, CountryCode = countryCode, IsEnabled = false, CreatedAt = time.GetUtcNow() };
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancellation);
        return source;
    }
}
