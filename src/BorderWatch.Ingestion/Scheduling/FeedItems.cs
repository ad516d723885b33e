using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Reading;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>An item with the keys by which it is known again.</summary>
/// <param name="Item">As the feed has it.</param>
/// <param name="Url">Its canonical address; null where it has none of its own.</param>
/// <param name="Id">Its identifier; null where it has none of its own.</param>
internal sealed record KeyedItem(FeedItem Item, string? Url, string? Id);

/// <summary>Puts a feed's items in the order in which they are taken in, and finds the keys that can be trusted.</summary>
internal static class FeedItems
{
    /// <summary>The length that the store gives an address or identifier.</summary>
    public const int LongestKey = 2000;

    /// <summary>The items, oldest first: what happened first is founded first.</summary>
    public static IReadOnlyList<KeyedItem> Keyed(Feed feed)
    {
        var items = feed.Items.Select((item, order) => (Item: item, Order: order, Url: Url(item.Link), Id: Id(item.Guid))).ToList();
        // Some feeds give every item the site's address, or one identifier to several articles: such a key tells nothing.
        var sharedUrls = items.Where(i => i.Url is not null).GroupBy(i => i.Url!).Where(g => Distinct(g.Select(i => i.Id ?? i.Item.Title))).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var sharedIds = items.Where(i => i.Id is not null).GroupBy(i => i.Id!).Where(g => Distinct(g.Select(i => i.Url ?? i.Item.Title))).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        return [.. items.OrderBy(i => i.Item.PublishedAt ?? DateTimeOffset.MaxValue).ThenByDescending(i => i.Order)
            .Select(i => new KeyedItem(
                i.Item,
                i.Url is null || sharedUrls.Contains(i.Url) ? null : i.Url,
                i.Id is null || sharedIds.Contains(i.Id) ? null : i.Id))];
    }

    private static bool Distinct(IEnumerable<string?> keys) => keys.Distinct(StringComparer.Ordinal).Skip(1).Any();

    private static string? Url(string? link) =>
        PageAddress.Canonical(link) is { Length: <= LongestKey } url && new Uri(url).PathAndQuery.Length > 1 ? url : null;

    private static string? Id(string? guid) => guid is { Length: > 0 and <= LongestKey } ? Articles.ArticleWords.Clean(guid) : null;
}
