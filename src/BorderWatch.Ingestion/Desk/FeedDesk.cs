using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Desk;

/// <inheritdoc cref="IFeedDesk"/>
internal sealed class FeedDesk(OutletSource sources, Fetcher fetcher, FeedIntake intake) : IFeedDesk
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
        by.Refusal(Permission.ManageSources) is { } refusal ? new PollResult(0, 0, 0, 0, 0, refusal) : await intake.TakeAsync(await sources.OfAsync(outlet, countryCode, cancellation), feed, null, progress, cancellation);

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
}
