using System.Collections.Concurrent;
using BorderWatch.Store;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Reading;

/// <summary>Learns an outlet's furniture from its articles: what stands in many of them is no part of any.</summary>
internal sealed class RepeatedParagraphs(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider time)
{
    private const int Articles = 20;

    // Outlets repeat a paragraph of background in a few follow-ups; an invitation to subscribe stands everywhere.
    private const int Often = 5;

    private const int MostSources = 2000;

    private static readonly TimeSpan s_keep = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Guid, (HashSet<string> Paragraphs, DateTimeOffset Until)> _sources = new();

    /// <summary>The text without the paragraphs that stand in a quarter of the source's newest articles; as it is where nothing would be left.</summary>
    public async Task<string> WithoutAsync(Guid sourceId, string text, CancellationToken cancellation)
    {
        if (text.Length == 0) return text;
        var repeated = await OfAsync(sourceId, cancellation);
        if (repeated.Count == 0) return text;
        var kept = Paragraphs(text).Where(p => !repeated.Contains(p)).ToList();
        return kept.Count == 0 ? text : string.Join("\n\n", kept);
    }

    private async Task<HashSet<string>> OfAsync(Guid sourceId, CancellationToken cancellation)
    {
        if (_sources.TryGetValue(sourceId, out var known) && known.Until > time.GetUtcNow()) return known.Paragraphs;
        if (_sources.Count > MostSources) _sources.Clear();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var texts = await db.Articles.Where(a => a.SourceId == sourceId && a.Revisions.Any()).OrderByDescending(a => a.FirstSeenAt).ThenByDescending(a => a.Id).Take(Articles)
            .Select(a => a.Revisions.OrderByDescending(r => r.Number).First().Text).ToListAsync(cancellation);
        var repeated = texts.SelectMany(text => Paragraphs(text).Distinct(StringComparer.Ordinal)).GroupBy(p => p, StringComparer.Ordinal).Where(g => g.Count() >= Often).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        _sources[sourceId] = (repeated, time.GetUtcNow() + s_keep);
        return repeated;
    }

    private static IEnumerable<string> Paragraphs(string text) => text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
