using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Catalogue;

/// <inheritdoc cref="IOutletCatalogue"/>
internal sealed class OutletCatalogue(IDbContextFactory<BorderWatchDbContext> contexts, ISourceCommands commands) : IOutletCatalogue
{
    private static readonly Lazy<IReadOnlyList<CatalogueOutlet>> Outlets = new(Load);

    /// <summary>What the data file lists, in its order.</summary>
    public static IReadOnlyList<CatalogueOutlet> All => Outlets.Value;

    /// <inheritdoc />
    public async Task<IReadOnlyList<CatalogueEntry>> ListAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var sources = await db.Sources.AsNoTracking().Where(s => s.FeedUrl != null).Select(s => new { s.Id, s.Name, s.FeedUrl, s.IsEnabled }).ToListAsync(cancellation);
        return [.. All.OrderBy(o => o.CountryCode is null).ThenBy(o => o.CountryCode, StringComparer.Ordinal).ThenBy(o => o.Name, StringComparer.OrdinalIgnoreCase).Select(o =>
        {
            var source = sources.Find(s => s.FeedUrl == o.FeedUrl) ?? sources.Find(s => s.Name.Equals(o.Name, StringComparison.OrdinalIgnoreCase));
            return new CatalogueEntry(o, source?.Id, source?.IsEnabled == true);
        })];
    }

    /// <inheritdoc />
    public async Task<CommandResult<Guid>> SwitchOnAsync(string name, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return new(default, refusal);
        var entry = (await ListAsync(cancellation)).FirstOrDefault(e => e.Outlet.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase));
        if (entry is null) return new(default, $"The catalogue has no outlet called \"{name}\".");
        if (entry.SourceId is not { } known) return await commands.AddFeedAsync(entry.Outlet.Name, entry.Outlet.FeedUrl, entry.Outlet.CountryCode, by, cancellation);
        var switched = await commands.SetEnabledAsync(known, true, by, cancellation);
        return new(switched.Error is null ? known : default, switched.Error);
    }

    private static List<CatalogueOutlet> Load() =>
        [.. EmbeddedRows.Of("outlets.tsv").Select(c => new CatalogueOutlet(c[0], c[1], c[2], c[3], c[4].Length > 0 ? c[4] : null, c[5]))];
}
