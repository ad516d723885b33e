using BorderWatch.Extraction.Places;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using PlacePrecision = BorderWatch.Store.Incidents.PlacePrecision;

namespace BorderWatch.Ingestion.Learning;

/// <summary>A name that an outlet wrote, in an incident whose place an editor settled.</summary>
/// <param name="SourceId">The outlet.</param>
/// <param name="Name">The name as it wrote it.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="RulingId">The ruling on its place; null where it was confirmed as it stood.</param>
/// <param name="RuledBy">Who ruled; null without a ruling.</param>
/// <param name="RevisionId">The article's words.</param>
/// <param name="Ordinal">Which of the article's incidents it is.</param>
/// <param name="Truth">Where it was.</param>
/// <param name="IsReadRightly">True where the rules alone are known to have read it so.</param>
internal sealed record PlaceSighting(Guid SourceId, string Name, Guid IncidentId, Guid? RulingId, string? RuledBy, Guid RevisionId, int Ordinal, ClaimValue.Place Truth, bool IsReadRightly)
{
    private const double SameTownDegrees = 0.15;

    // Of more nobody could look at the evidence, and the newest tell best what an outlet means today.
    private const int Most = 50_000;

    /// <summary>The name, folded.</summary>
    public string Key { get; } = NameKey.Of(Name);

    /// <summary>The truth as the extractor takes it.</summary>
    public PlacePreference Preference { get; } = new(Name, Truth.GeonameId, Truth.CountryCode, Truth.Latitude, Truth.Longitude);

    /// <summary>True where a place that was read is the true one: the same, or the same town of the same country under another number.</summary>
    public bool IsRight(ExtractedPlace? read) => read is not null
        && (Preference.Means(read) || (read.Country == Truth.CountryCode && Math.Abs((read.Latitude - Truth.Latitude) ?? 180) <= SameTownDegrees && Math.Abs((read.Longitude - Truth.Longitude) ?? 180) <= SameTownDegrees));

    /// <summary>True where the name means the same place in both.</summary>
    public bool MeansAs(PlaceSighting other) => Preference.Means(new ExtractedPlace(other.Name, null, other.Truth.CountryCode, other.Truth.Latitude, other.Truth.Longitude, default, other.Truth.GeonameId));

    /// <summary>All of them, the newest incidents first; one for an outlet, name and incident. Rulings that chose another name than the one that was read teach nothing of that name.</summary>
    public static async Task<IReadOnlyList<PlaceSighting>> LoadAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        var rows = await (
            from incident in db.Incidents.AsNoTracking()
            where incident.MergedIntoId == null && incident.Status != IncidentStatus.Rejected && incident.PlaceId != null
            from ruling in db.Rulings.Where(r => r.IncidentId == incident.Id && r.Field == ClaimField.Place && r.SupersededAt == null).DefaultIfEmpty()
            where ruling != null || incident.Status == IncidentStatus.Confirmed
            join report in db.Reports on incident.Id equals report.IncidentId
            where report.SupersededAt == null && !report.IsCopy
            join article in db.Articles on report.ArticleId equals article.Id
            join source in db.Sources on article.SourceId equals source.Id
            where source.Kind == SourceKind.Feed // What people paste is of many outlets.
            join claim in db.Claims on report.Id equals claim.ReportId
            where claim.Field == ClaimField.Place
            orderby incident.LastReportedAt descending, incident.Id, report.Id, claim.Id
            select new { incident.Id, Place = incident.Place!, incident.PlacePrecision, RulingId = (Guid?)ruling!.Id, RuledBy = (string?)ruling.By, article.SourceId, report.ArticleRevisionId, report.Ordinal, claim.Value, claim.Extractor })
            .Take(Most).ToListAsync(cancellation);
        var sightings = new List<PlaceSighting>();
        foreach (var row in rows)
        {
            if (ClaimValue.Parse(row.Value) is not ClaimValue.Place read || read.Name.Length is 0 or > 300) continue;
            var truth = new ClaimValue.Place(read.Name, row.Place.Admin2, row.Place.Admin1, row.Place.CountryCode, row.Place.Latitude, row.Place.Longitude, row.PlacePrecision ?? PlacePrecision.Exact, row.Place.GeonameId);
            var sighting = new PlaceSighting(row.SourceId, read.Name, row.Id, row.RulingId, row.RuledBy, row.ArticleRevisionId, row.Ordinal, truth, false);
            // Only a place that bears the name can be what the name means.
            if (!Gazetteer.Shared.Find(read.Name).Any(sighting.Preference.Means)) continue;
            var asRead = new ExtractedPlace(read.Name, read.Admin1, read.CountryCode, read.Latitude, read.Longitude, default, read.GeonameId);
            sightings.Add(sighting with { IsReadRightly = !LearntClaims.Are(row.Extractor) && sighting.IsRight(asRead) });
        }
        return [.. sightings.DistinctBy(s => (s.SourceId, s.Key, s.IncidentId))];
    }
}
