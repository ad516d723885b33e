using BorderWatch.Ingestion.Claims;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Learning;

/// <summary>A report of an incident that editors confirmed, corrected or rejected.</summary>
/// <param name="IncidentId">The incident: its reports stand on one side of a test, all of them.</param>
/// <param name="Words">What the classifier reads of it.</param>
/// <param name="Kind">The type by the rules; null where something learnt had a say in it, so that it isn't known what the rules alone said.</param>
/// <param name="IsIncident">True where it was confirmed; false where it was rejected as no security incident; null where neither was said.</param>
/// <param name="TrueKind">The type that an editor ruled or confirmed; null where none did.</param>
/// <param name="RulingId">The ruling on its type; null without one.</param>
/// <param name="RuledBy">Who ruled.</param>
internal sealed record JudgedReport(Guid IncidentId, string Words, string? Kind, bool? IsIncident, string? TrueKind, Guid? RulingId, string? RuledBy)
{
    private const int Most = 40_000;

    // A text of hostile length teaches no more than a headline and a few sentences.
    private const int LongestWords = 4_000;

    /// <summary>What the classifier reads of a report: the headline, and each quote once.</summary>
    public static string WordsOf(string headline, IEnumerable<string> quotes)
    {
        var words = string.Join(" . ", quotes.Distinct(StringComparer.Ordinal).Prepend(headline));
        return words.Length <= LongestWords ? words : words[..LongestWords];
    }

    /// <summary>"Battles|Armed clash".</summary>
    public static string NameOf(ClaimValue.Kind kind) => $"{kind.EventType}|{kind.SubEventType}";

    /// <summary>What <see cref="NameOf"/> wrote.</summary>
    public static ClaimValue.Kind KindOf(string name) => name.Split('|') is [var type, var sub] ? new(type, sub) : throw new FormatException($"“{name}” is no type.");

    /// <summary>What a draft is read as.</summary>
    public static (string Words, string Kind) Of(string headline, ReportDraft draft) => (WordsOf(headline, draft.Claims.Select(claim => claim.Quote)), draft.Kind is { } kind ? NameOf(kind) : "");

    /// <summary>The newest, in the order of their incidents.</summary>
    public static async Task<IReadOnlyList<JudgedReport>> LoadAsync(BorderWatchDbContext db, CancellationToken cancellation)
    {
        var reports = await (
            from incident in db.Incidents.AsNoTracking()
            where incident.MergedIntoId == null
            from ruling in db.Rulings.Where(r => r.IncidentId == incident.Id && r.Field == ClaimField.Kind && r.SupersededAt == null).DefaultIfEmpty()
            where ruling != null || incident.Status == IncidentStatus.Confirmed || (incident.Status == IncidentStatus.Rejected && incident.RejectionReason == RejectionReason.NotSecurity)
            join report in db.Reports on incident.Id equals report.IncidentId
            where report.SupersededAt == null && !report.IsCopy
            join article in db.Articles on report.ArticleId equals article.Id
            where db.Sources.Any(s => s.Id == article.SourceId && s.Kind != SourceKind.Dataset)
            join revision in db.ArticleRevisions on report.ArticleRevisionId equals revision.Id
            orderby incident.LastReportedAt descending, report.Id
            select new { report.Id, IncidentId = incident.Id, revision.Title, incident.Status, incident.EventType, incident.SubEventType, RulingId = (Guid?)ruling!.Id, RuledBy = (string?)ruling.By })
            .Take(Most).ToListAsync(cancellation);
        var judged = new List<JudgedReport>();
        foreach (var batch in reports.Chunk(1000))
        {
            var ids = batch.Select(r => r.Id).ToList();
            var claims = (await db.Claims.AsNoTracking().Where(c => ids.Contains(c.ReportId)).OrderBy(c => c.Id).Select(c => new { c.ReportId, c.Field, c.Value, c.Quote, c.Extractor }).ToListAsync(cancellation)).ToLookup(c => c.ReportId);
            foreach (var report in batch)
            {
                var said = claims[report.Id].ToList();
                var kind = said.Find(c => c.Field == ClaimField.Kind);
                var isTold = report.Status != IncidentStatus.Rejected;
                judged.Add(new JudgedReport(
                    report.IncidentId, WordsOf(report.Title, said.Select(c => c.Quote)),
                    kind is not null && !LearntClaims.Are(kind.Extractor) ? NameOf((ClaimValue.Kind)ClaimValue.Parse(kind.Value)) : null,
                    report.Status switch { IncidentStatus.Confirmed => true, IncidentStatus.Rejected => false, _ => null },
                    isTold ? NameOf(new(report.EventType, report.SubEventType)) : null, report.RulingId, report.RuledBy));
            }
        }
        return [.. judged.OrderBy(r => r.IncidentId).ThenBy(r => r.Words, StringComparer.Ordinal)];
    }
}
