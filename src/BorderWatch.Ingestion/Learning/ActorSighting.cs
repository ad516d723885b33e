using BorderWatch.Extraction.Places;
using BorderWatch.Store;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Rulings;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>A name that reports gave somebody, in an incident whose actors an editor settled.</summary>
/// <param name="Language">The reports' language, ISO 639.</param>
/// <param name="Name">The name as it was read.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="RulingId">The ruling on its actors; null where it was confirmed as it stood.</param>
/// <param name="RuledBy">Who ruled; null without a ruling.</param>
/// <param name="Truth">Who was meant.</param>
internal sealed record ActorSighting(string Language, string Name, Guid IncidentId, Guid? RulingId, string? RuledBy, ClaimValue.Actor Truth)
{
    // Of more nobody could look at the evidence, and the newest tell best what is meant today.
    private const int Most = 20_000;

    /// <summary>The name, folded.</summary>
    public string Key { get; } = NameKey.Of(Name);

    /// <summary>Who was meant, folded.</summary>
    public string TruthKey { get; } = NameKey.Of(Truth.Name);

    /// <summary>True where the name was left as it was read.</summary>
    public bool IsReadRightly => Key == TruthKey;

    /// <summary>
    /// All of them, the newest incidents first. A ruling teaches where it puts one actor in the place of one that reports named in the same role; names of kinds of people
    /// ("gunmen", "residents") mean somebody else each time and teach nothing.
    /// </summary>
    public static async Task<IReadOnlyList<ActorSighting>> LoadAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        var incidents = await (
            from incident in db.Incidents.AsNoTracking()
            where incident.MergedIntoId == null && incident.Status != IncidentStatus.Rejected
            from ruling in db.Rulings.Where(r => r.IncidentId == incident.Id && r.Field == ClaimField.Actor && r.SupersededAt == null).DefaultIfEmpty()
            where ruling != null || incident.Status == IncidentStatus.Confirmed
            orderby incident.LastReportedAt descending, incident.Id
            select new { incident.Id, RulingId = (Guid?)ruling!.Id, RuledBy = (string?)ruling.By, Values = (string?)ruling.Values, Known = (string?)ruling.Known }).Take(Most).ToListAsync(cancellation);
        var sightings = new List<ActorSighting>();
        foreach (var batch in incidents.Chunk(1000))
        {
            var ids = batch.Select(i => i.Id).ToList();
            var languages = (await (
                from report in db.Reports.AsNoTracking()
                where ids.Contains(report.IncidentId) && report.SupersededAt == null && !report.IsCopy
                join article in db.Articles on report.ArticleId equals article.Id
                where db.Sources.Any(s => s.Id == article.SourceId && s.Kind != SourceKind.Dataset)
                join revision in db.ArticleRevisions on report.ArticleRevisionId equals revision.Id
                select new { report.IncidentId, revision.Language }).Distinct().ToListAsync(cancellation)).ToLookup(r => r.IncidentId, r => r.Language);
            var unruled = batch.Where(i => i.RulingId is null).Select(i => i.Id).ToList();
            var claims = (await db.Claims.AsNoTracking().Where(c => c.Field == ClaimField.Actor)
                .Join(db.Reports.Where(r => unruled.Contains(r.IncidentId) && r.SupersededAt == null && !r.IsCopy), c => c.ReportId, r => r.Id, (c, r) => new { r.IncidentId, c.Value, c.Extractor })
                .ToListAsync(cancellation)).Where(c => !LearntClaims.Are(c.Extractor)).ToLookup(c => c.IncidentId, c => c.Value);
            foreach (var incident in batch)
            {
                // In two languages it is not known which of them had the name.
                if (languages[incident.Id].ToList() is not [var language]) continue;
                // What reports said when it was ruled: since then the alias itself may have been read.
                var read = incident.Known is { } known ? RuledValues.Parse(known).OfType<ClaimValue.Actor>() : claims[incident.Id].Select(ClaimValue.Parse).OfType<ClaimValue.Actor>();
                var ruled = incident.Values is { } values ? RuledValues.Parse(values).OfType<ClaimValue.Actor>().ToList() : null;
                sightings.AddRange(Pair([.. read.Where(IsNamed)], ruled).Select(pair => new ActorSighting(language, pair.Name, incident.Id, incident.RulingId, incident.RuledBy, pair.Truth)));
            }
        }
        return [.. sightings.Where(s => s.Key.Length is > 0 and <= 290).DistinctBy(s => (s.Language, s.Key, s.IncidentId))];
    }

    private static IEnumerable<(string Name, ClaimValue.Actor Truth)> Pair(List<ClaimValue.Actor> read, List<ClaimValue.Actor>? ruled)
    {
        if (ruled is null) return read.Select(actor => (actor.Name, actor));
        var pairs = new List<(string, ClaimValue.Actor)>();
        foreach (var role in read.GroupBy(actor => actor.Role))
        {
            var names = role.DistinctBy(actor => NameKey.Of(actor.Name)).ToList();
            var meant = ruled.Where(actor => actor.Role == role.Key).DistinctBy(actor => NameKey.Of(actor.Name)).ToList();
            var kept = meant.Select(actor => NameKey.Of(actor.Name)).Intersect(names.Select(actor => NameKey.Of(actor.Name)), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
            pairs.AddRange(names.Where(actor => kept.Contains(NameKey.Of(actor.Name))).Select(actor => (actor.Name, actor)));
            if (names.FindAll(actor => !kept.Contains(NameKey.Of(actor.Name))) is [var gone] && meant.FindAll(actor => !kept.Contains(NameKey.Of(actor.Name))) is [var come] && IsNamed(come)) pairs.Add((gone.Name, come));
        }
        return pairs;
    }

    private static bool IsNamed(ClaimValue.Actor actor) => actor.ActorKind is not (ActorKind.Unknown or ActorKind.Civilian) && ActorName.IsOne(actor.Name);
}
