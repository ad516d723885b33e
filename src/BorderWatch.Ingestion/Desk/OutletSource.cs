using BorderWatch.Store;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Desk;

/// <summary>The source that an outlet's articles belong to when they come in by hand.</summary>
internal sealed class OutletSource(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider time)
{
    private const int LongestName = 200;

    /// <summary>The source of that name, whatever its case; made where there is none.</summary>
    public async Task<Source> OfAsync(string outlet, string? countryCode, CancellationToken cancellation, SourceKind kind = SourceKind.Feed)
    {
        var name = outlet.Length <= LongestName ? outlet : outlet[..LongestName];
        var key = name.ToLowerInvariant();
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Sources.AsNoTracking().FirstOrDefaultAsync(s => s.Name.ToLower() == key, cancellation) is { } known) return known;
        var source = new Source { Name = name, Kind = kind, CountryCode = countryCode, IsEnabled = false, CreatedAt = time.GetUtcNow() };
        db.Sources.Add(source);
        await db.SaveChangesAsync(cancellation);
        return source;
    }
}
