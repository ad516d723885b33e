using System.IO.Compression;
using System.Text.RegularExpressions;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Ingestion.Reading;

namespace BorderWatch.Ingestion.Backfilling;

/// <summary>Finds the pages of a site that may have been published in a period, by the site maps that its robots.txt names or that stand where they usually do.</summary>
internal sealed partial class SiteMapWalk(Fetcher fetcher, Robots robots)
{
    private const int MostMaps = 300;

    private const int MostPages = 100_000;

    private const int MostBytes = 60_000_000;

    private const int LongestAddress = 2000;

    private static readonly string[] s_usual = ["/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml", "/news-sitemap.xml"];

    /// <summary>The pages, each once, and a sentence on what could not be listed; null where all could.</summary>
    /// <param name="site">The site's address, without a path.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<(IReadOnlyList<SiteMapPage> Pages, string? Note)> ListAsync(string site, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var home = new Uri(site);
        var named = (await robots.SiteMapsAsync(home, cancellation)).Select(map => FeedAddress.Resolve(map, site)!).ToList();
        var waiting = new Queue<string>(named.Count > 0 ? named : s_usual.Select(path => site + path));
        var (seen, pages, failures, asked, read) = (new HashSet<string>(waiting, StringComparer.Ordinal), new Dictionary<string, SiteMapPage>(StringComparer.Ordinal), new List<string>(), 0, 0);
        while (waiting.TryDequeue(out var address) && asked < MostMaps && pages.Count < MostPages)
        {
            cancellation.ThrowIfCancellationRequested();
            asked++;
            var (map, error) = await ReadAsync(address, cancellation);
            if (map is null)
            {
                if (named.Count > 0 || read > 0) failures.Add($"{address}: {error}");
                continue;
            }
            read++;
            foreach (var inner in map.Maps.Where(m => MayHold(m, from, to) && seen.Add(m.Address))) waiting.Enqueue(inner.Address);
            foreach (var page in map.Pages.Where(p => IsOn(home, p.Address) && MayBeOf(p, from, to)))
            {
                if (pages.Count < MostPages && PageAddress.Canonical(page.Address) is { Length: <= LongestAddress } canonical) pages.TryAdd(canonical, page with { Address = canonical, PublishedAt = Published(page) });
            }
        }
        return ([.. pages.Values], Note(site, read, waiting.Count, pages.Count, failures));
    }

    private static string? Note(string site, int read, int left, int pages, List<string> failures) =>
        read == 0 ? $"{site} has no site map that could be read, so its past cannot be listed. {failures.FirstOrDefault()}".TrimEnd()
        : left > 0 || pages >= MostPages ? $"The site lists more than is read at once ({MostMaps} site maps, {MostPages} pages): ask for a shorter period."
        : failures.Count > 0 ? $"{failures.Count} of its site maps could not be read. {failures[0]}"
        : null;

    private async Task<(SiteMap? Map, string? Error)> ReadAsync(string address, CancellationToken cancellation)
    {
        var fetched = await fetcher.FetchAsync(address, null, null, cancellation);
        if (fetched is FetchResult.Failed failed) return (null, failed.Error);
        if (fetched is not FetchResult.Fetched file) return (null, "The server sent nothing.");
        if (Unpacked(file.Body) is not { } body) return (null, "It is a broken or too large gzip file.");
        return SiteMap.Read(body, file.ContentType is { } type && type.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? null : file.ContentType, file.Address) is { } map ? (map, null) : (null, "It is no site map.");
    }

    // Site maps are often sent as a .gz file, which is no encoding of the transfer.
    private static byte[]? Unpacked(byte[] body)
    {
        if (body is not [0x1F, 0x8B, ..]) return body;
        try
        {
            using var packed = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var part = new byte[81920];
            for (int n; (n = packed.Read(part)) > 0;)
            {
                unpacked.Write(part, 0, n);
                if (unpacked.Length > MostBytes) return null;
            }
            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // What a map holds was published before the map was last changed; a month in its name says what it holds.
    private static bool MayHold(SiteMapPage map, DateOnly from, DateOnly to)
    {
        if (map.ModifiedAt is { } changed && Day(changed) < from) return false;
        if (MonthInName().Match(map.Address) is not { Success: true } m) return true;
        var month = new DateOnly(int.Parse(m.Groups[1].ValueSpan), int.Parse(m.Groups[2].ValueSpan), 1);
        return month <= to && month.AddMonths(1) > from;
    }

    private static bool MayBeOf(SiteMapPage page, DateOnly from, DateOnly to) => Published(page) is { } published
        // A day at either end: the outlet's day is not ours.
        ? Day(published) >= from.AddDays(-1) && Day(published) <= to.AddDays(1)
        : page.ModifiedAt is not { } changed || Day(changed) >= from;

    private static DateTimeOffset? Published(SiteMapPage page) => page.PublishedAt ?? PageAddress.Date(page.Address);

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private static bool IsOn(Uri home, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" && Bare(page.Authority) == Bare(home.Authority) && page.AbsolutePath.Length > 1;

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..].ToLowerInvariant() : host.ToLowerInvariant();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})[-_/](0[1-9]|1[0-2])(?!\d)")]
    private static partial Regex MonthInName();
}
