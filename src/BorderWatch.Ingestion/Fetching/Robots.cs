using System.Collections.Concurrent;
using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>Asks each outlet's robots.txt before one of its pages is fetched by the program's own will.</summary>
internal sealed class Robots(Fetcher fetcher, HostPace pace, TimeProvider time)
{
    // RFC 9309 asks for no more than a day, and half a megabyte at least; unreachable rules are asked for again soon.
    private static readonly TimeSpan Keep = TimeSpan.FromHours(12);

    private static readonly TimeSpan KeepNothing = TimeSpan.FromMinutes(10);

    private const int LongestFile = 512 * 1024;

    private const int MostSites = 2000;

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _sites = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the page may be fetched.</summary>
    public async Task<bool> AllowAsync(string page, CancellationToken cancellation) => (await RulesAsync(new Uri(page), cancellation)).Allows(new Uri(page));

    /// <summary>The site maps that the site names, as its robots.txt writes them.</summary>
    public async Task<IReadOnlyList<string>> SiteMapsAsync(Uri site, CancellationToken cancellation) => (await RulesAsync(site, cancellation)).SiteMaps;

    private async Task<RobotsRules> RulesAsync(Uri address, CancellationToken cancellation)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (_sites.TryGetValue(site, out var known) && known.Until > time.GetUtcNow()) return known.Rules;
        if (_sites.Count > MostSites) _sites.Clear();
        var (rules, keep) = await AskAsync($"{site}/robots.txt", cancellation);
        if (rules.Delay is { } pause) pace.Ask(address, pause);
        _sites[site] = (rules, time.GetUtcNow() + keep);
        return rules;
    }

    private async Task<(RobotsRules, TimeSpan)> AskAsync(string address, CancellationToken cancellation) => await fetcher.FetchAsync(address, null, null, cancellation) switch
    {
        FetchResult.Fetched file => (RobotsRules.Read(FeedEncoding.Decode(file.Body.AsSpan(0, Math.Min(file.Body.Length, LongestFile)), file.ContentType)), Keep),
        // A server that fails may have rules that it cannot show now; one that has none says so.
        FetchResult.Failed { MayPass: true } => (RobotsRules.DenyAll, KeepNothing),
        _ => (RobotsRules.AllowAll, Keep),
    };
}
