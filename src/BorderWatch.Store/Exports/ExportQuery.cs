using System.Runtime.CompilerServices;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Exports;

internal sealed class ExportQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IExportQuery
{
    private const int PageSize = 1000;

    public async IAsyncEnumerable<ExportRow> RowsAsync(
        TimelineFilter filter, TimelineCursor? after, int? most, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var left = most ?? int.MaxValue;
        while (left > 0)
        {
            var page = await PageAsync(filter, after, Math.Min(left, PageSize), cancellation);
            foreach (var row in page) yield return row;
            if (page.Count < Math.Min(left, PageSize)) yield break;
            left -= page.Count;
            after = new(page[^1].TimelineDate, page[^1].Id);
        }
    }

    public async IAsyncEnumerable<ExportClaim> ClaimsAsync(TimelineFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var first = await contexts.CreateDbContextAsync(cancellation);
        var search = await first.SearchAsync(filter, cancellation);
        TimelineCursor? after = null;
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            var page = await db.IncidentsOf(filter, search).PageAfter(after, PageSize).Select(i => new { i.TimelineDate, i.Id }).ToListAsync(cancellation);
            var ids = page.ConvertAll(incident => incident.Id);
            var claims = await (
                from report in db.Reports
                where ids.Contains(report.IncidentId) && report.SupersededAt == null
                join claim in db.Claims on report.Id equals claim.ReportId
                join article in db.Articles on report.ArticleId equals article.Id
                join source in db.Sources on article.SourceId equals source.Id
                select new ExportClaim(report.IncidentId, claim.Field, claim.Value, claim.Quote, source.Name, article.CanonicalUrl, article.PublishedAt))
                .ToListAsync(cancellation);
            var claimsOf = claims.ToLookup(claim => claim.IncidentId);
            foreach (var id in ids)
            {
                foreach (var claim in claimsOf[id].OrderBy(claim => claim.Field).ThenBy(claim => claim.PublishedAt).ThenBy(claim => claim.Source, StringComparer.Ordinal)) yield return claim;
            }
            if (page.Count < PageSize) yield break;
            after = new(page[^1].TimelineDate, page[^1].Id);
        }
    }

    private async Task<List<ExportRow>> PageAsync(TimelineFilter filter, TimelineCursor? after, int size, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = await db.IncidentsOf(filter, await db.SearchAsync(filter, cancellation)).PageAfter(after, size).Select(i => new ExportRow
        {
            Id = i.Id,
            Title = i.Title,
            EventType = i.EventType,
            SubEventType = i.SubEventType,
            TimelineDate = i.TimelineDate,
            OccurredFrom = i.OccurredFrom,
            OccurredTo = i.OccurredTo,
            TimePrecision = i.TimePrecision,
            PlaceName = i.Place!.Name,
            Admin2 = i.Place.Admin2,
            Admin1 = i.Admin1,
            CountryCode = i.CountryCode,
            Latitude = i.Place.Latitude,
            Longitude = i.Place.Longitude,
            PlacePrecision = i.PlacePrecision,
            Killed = i.Killed,
            Injured = i.Injured,
            Abducted = i.Abducted,
            Weapon = i.Weapon,
            ReportCount = i.ReportCount,
            SourceCount = i.SourceCount,
            HasConflict = i.HasConflict,
            Confidence = i.Confidence,
            Status = i.Status,
            IsDemo = i.IsDemo,
            FirstReportedAt = i.FirstReportedAt,
            LastReportedAt = i.LastReportedAt,
            Version = i.Version,
        }).ToListAsync(cancellation);

        var ids = rows.ConvertAll(row => row.Id);
        var actors = (await db.IncidentActors.Where(part => ids.Contains(part.IncidentId))
            .Select(part => new { part.IncidentId, Actor = new ExportActor(part.ActorId, part.Actor.Name, part.Actor.Kind, part.Role, part.Attribution) })
            .ToListAsync(cancellation)).ToLookup(part => part.IncidentId, part => part.Actor);
        var sources = (await (
            from report in db.Reports
            where ids.Contains(report.IncidentId) && report.SupersededAt == null
            join article in db.Articles on report.ArticleId equals article.Id
            join source in db.Sources on article.SourceId equals source.Id
            select new { report.IncidentId, source.Name }).Distinct().ToListAsync(cancellation)).ToLookup(told => told.IncidentId, told => told.Name);
        var tags = (await db.Incidents.Where(i => ids.Contains(i.Id)).SelectMany(i => i.Tags, (i, tag) => new { i.Id, tag.Name })
            .ToListAsync(cancellation)).ToLookup(tag => tag.Id, tag => tag.Name);
        return rows.ConvertAll(row => row with
        {
            Actors = [.. actors[row.Id].OrderBy(actor => actor.Role).ThenBy(actor => actor.Name, StringComparer.Ordinal)],
            Sources = [.. sources[row.Id].Order(StringComparer.Ordinal)],
            Tags = [.. tags[row.Id].Order(StringComparer.Ordinal)],
        });
    }
}
