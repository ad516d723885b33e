using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Desk;

/// <summary>Looks for feeds at an address before anything is added, and takes a feed in that came as a file. Both need <see cref="Permission.ManageSources"/>.</summary>
public interface IFeedDesk
{
    /// <summary>Looks what is at an address: a feed, or a page that names feeds. Nothing is saved.</summary>
    /// <param name="address">A feed's address, or an outlet's home page.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Stops looking.</param>
    Task<FeedLook> LookAsync(string address, Caller by, CancellationToken cancellation);

    /// <summary>Takes a feed's articles in, once: its source is kept for them, and is not polled.</summary>
    /// <param name="feed">As it was read.</param>
    /// <param name="outlet">The source's name; one of that name is used where it is here.</param>
    /// <param name="countryCode">ISO 3166-1 alpha-2 for a new source; null where it is not known.</param>
    /// <param name="by">Who.</param>
    /// <param name="progress">Told of each article; null where nobody wants to know.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    Task<PollResult> TakeAsync(Feed feed, string outlet, string? countryCode, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation);
}

/// <summary>What is at an address.</summary>
/// <param name="Feed">The feed, where the address is one.</param>
/// <param name="Address">Where it came from in the end, after redirects; the address that was asked for where nothing came.</param>
/// <param name="Named">The feeds that the page names, or that were found where outlets keep them, each of them read; empty where the address is a feed.</param>
/// <param name="Error">Why there is neither, and what to do; null where there is either.</param>
public sealed record FeedLook(Feed? Feed, string Address, IReadOnlyList<NamedFeed> Named, string? Error);

/// <summary>A feed that a page names.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="Title">What the feed calls itself, else what the page calls it; null where neither says.</param>
/// <param name="Items">How many articles it holds now.</param>
public sealed record NamedFeed(string Address, string? Title, int Items);
