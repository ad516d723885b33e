using BorderWatch.Store.Places;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Briefs;

/// <summary>Counts what a brief keeps.</summary>
internal sealed class BriefFigures(IDbContextFactory<BorderWatchDbContext> contexts, IRegionQuery regions, TimeProvider clock)
{
    private const int MostIncidents = 12;

    /// <summary>The content of this moment; null where there is no such region.</summary>
    public async Task<BriefContent?> CountAsync(Guid regionId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        if (await regions.SummariseAsync(regionId, from, to, cancellation) is not { } summary) return null;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var ids = await db.IncidentsOf(new TimelineFilter { RegionId = regionId, From = from, To = to })
            .OrderByDescending(i => i.Killed.Best ?? i.Killed.Low ?? 0).ThenByDescending(i => i.Injured.Best ?? i.Injured.Low ?? 0).ThenByDescending(i => i.SourceCount)
            .ThenByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id).Take(MostIncidents).Select(i => i.Id).ToListAsync(cancellation);
        var incidents = await IncidentsAsync(db, ids, cancellation);
        return new BriefContent(
            summary.Region.Name, [.. summary.Region.Areas.Where(area => area.Admin2 is null).Select(area => new BriefPart(area.CountryCode, area.Admin1))], clock.GetUtcNow(),
            summary.Now, summary.Before, summary.YearBefore, summary.Trend, summary.Change, summary.ChangeOverYear, summary.Firsts, summary.Coverage, summary.Areas,
            [.. ids.Select(id => incidents[id])], RegionPart.Of(summary.Region));
    }

    /// <summary>Incidents as a brief tells them, by id; one that is gone is missing.</summary>
    public static async Task<Dictionary<Guid, BriefIncident>> IncidentsAsync(BorderWatchDbContext db, IReadOnlyList<Guid> ids, CancellationToken cancellation)
    {
        var rows = await db.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new
        {
            i.Id,
            i.Title,
            i.EventType,
            i.TimelineDate,
            PlaceName = i.Place!.Name,
            i.Place.Admin1,
            i.Place.CountryCode,
            i.Killed,
            i.Injured,
            i.Abducted,
            i.HasConflict,
            i.Status,
            Sources = i.Reports.Where(report => report.SupersededAt == null)
                .Join(db.Articles, report => report.ArticleId, article => article.Id, (report, article) => article.SourceId)
                .Join(db.Sources, id => id, source => source.Id, (id, source) => source.Name).Distinct().ToList(),
        }).AsSplitQuery().ToListAsync(cancellation);
        return rows.ToDictionary(i => i.Id, i => new BriefIncident(
            i.Id, i.Title, i.EventType, i.TimelineDate, Words(i.PlaceName, i.Admin1, i.CountryCode), i.Killed, i.Injured, i.Abducted, i.HasConflict, i.Status,
            [.. i.Sources.Order(StringComparer.OrdinalIgnoreCase)]));
    }

    private static string? Words(string? name, string? admin1, string? country)
    {
        var parts = new[] { name, admin1, country is null ? null : CountryName.Of(country) }.Where(part => !string.IsNullOrEmpty(part)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }
}
