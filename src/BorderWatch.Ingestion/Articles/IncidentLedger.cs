using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Matching;
using BorderWatch.Store;
using BorderWatch.Store.Articles;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Articles;

/// <summary>Enters an article's reports: matched, derived and with their revisions, in the caller's transaction.</summary>
internal sealed class IncidentLedger(BorderWatchDbContext db, DateTimeOffset now)
{
    // "matching", as a number: the advisory lock that is held from looking for an incident to founding one.
    private const long MatchingLock = 0x6D61746368696E67;

    private readonly IncidentValues _values = new(db);

    /// <summary>Enters the reports of a revision in the place of those of the article's earlier revisions.</summary>
    /// <returns>For each report its incident, and whether it founded it.</returns>
    public async Task<IReadOnlyList<(Guid Incident, bool IsNew)>> EnterAsync(
        Article article, ArticleRevision revision, IncomingArticle from, string extractor, IReadOnlyList<ReportDraft> drafts, CancellationToken cancellation)
    {
        var old = await db.Reports.Where(r => r.ArticleId == article.Id && r.SupersededAt == null).ToListAsync(cancellation);
        if (drafts.Count == 0 && old.Count == 0) return [];
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({MatchingLock})", cancellation);
        foreach (var report in old) report.SupersededAt = now;
        await db.SaveChangesAsync(cancellation);

        var at = article.PublishedAt ?? article.FirstSeenAt;
        var loaded = drafts.Select(d => new LoadedReport(
            Guid.CreateVersion7(), default, article.Id, article.SourceId, at, d.Title, revision.Title, revision.Text, d.Ordinal, d.Confidence, false,
            [.. d.Claims.Select(c => (c.Field, c.Value, c.Start, c.End, c.InTitle))])).ToList();
        var matches = await IncidentMatcher.MatchAsync(db, [.. loaded.Select(l => l.Sketch)], article.Id, cancellation);
        var entered = new List<(Guid, bool)>();
        for (var i = 0; i < drafts.Count; i++)
        {
            var incident = await EnterAsync(matches[i], drafts[i], loaded[i], article, revision, from, extractor, old.Count > 0, cancellation);
            entered.Add((incident, matches[i].IncidentId is null));
        }
        foreach (var left in old.Select(r => r.IncidentId).Except(entered.Select(e => e.Item1)).Distinct()) await LeaveAsync(left, from, cancellation);
        return entered;
    }

    private async Task<Guid> EnterAsync(
        Match match, ReportDraft draft, LoadedReport loaded, Article article, ArticleRevision revision, IncomingArticle from, string extractor, bool isEdit, CancellationToken cancellation)
    {
        var incident = match.IncidentId is { } id ? await LoadAsync(id, cancellation) : null;
        var before = incident is null ? null : IncidentChanges.Snapshot(incident);
        var standing = match.IncidentId is { } known ? await LoadedReport.LoadAsync(db, [known], null, cancellation) : [];
        standing.Add(loaded);
        var derived = Derivation.Derive([.. standing.Select(s => s.Standing)])!;
        if (incident is null)
        {
            incident = new Incident { Title = derived.Title, EventType = derived.Kind.EventType, SubEventType = derived.Kind.SubEventType, FirstReportedAt = now };
            db.Incidents.Add(incident);
        }
        incident.LastReportedAt = now;
        await _values.ApplyAsync(incident, derived, DateOnly.FromDateTime(standing.Min(s => s.At).UtcDateTime), cancellation);
        var report = new Report
        {
            Id = loaded.Id,
            IncidentId = incident.Id,
            ArticleId = article.Id,
            ArticleRevisionId = revision.Id,
            Ordinal = draft.Ordinal,
            Title = draft.Title,
            Confidence = draft.Confidence,
            MatchScore = match.Fit?.Score,
            MatchReason = match.Fit?.Reason,
            CreatedAt = now,
        };
        report.Claims.AddRange(draft.Claims.Select(c => new Claim
        {
            ReportId = report.Id,
            Field = c.Field,
            Value = c.Value.ToJson(),
            Quote = c.Quote,
            QuoteStart = c.Start,
            QuoteEnd = c.End,
            InTitle = c.InTitle,
            Extractor = extractor,
        }));
        db.Reports.Add(report);
        var action = before is null ? $"created from a report of {from.SourceName}"
            : isEdit ? $"changed by an edited article of {from.SourceName}" : $"joined by a report of {from.SourceName}";
        Record(incident, from.By, action, before);
        await db.SaveChangesAsync(cancellation);
        return incident.Id;
    }

    // An edited article no longer tells of it: its values follow from the reports that are left. Where none is left it is no
    // incident any more; its claims stay, for whoever asks why.
    private async Task LeaveAsync(Guid id, IncomingArticle from, CancellationToken cancellation)
    {
        var incident = await LoadAsync(id, cancellation);
        var before = IncidentChanges.Snapshot(incident);
        var standing = await LoadedReport.LoadAsync(db, [id], null, cancellation);
        if (Derivation.Derive([.. standing.Select(s => s.Standing)]) is { } derived)
            await _values.ApplyAsync(incident, derived, DateOnly.FromDateTime(standing.Min(s => s.At).UtcDateTime), cancellation);
        else if (incident.Status == IncidentStatus.Unreviewed)
            incident.Status = IncidentStatus.Rejected;
        Record(incident, from.By, $"an edited article of {from.SourceName} no longer reports it", before);
        await db.SaveChangesAsync(cancellation);
    }

    private Task<Incident> LoadAsync(Guid id, CancellationToken cancellation) =>
        db.Incidents.Include(i => i.Place).Include(i => i.Actors).ThenInclude(a => a.Actor).AsSplitQuery().FirstAsync(i => i.Id == id, cancellation);

    private void Record(Incident incident, string by, string action, Dictionary<string, string?>? before) =>
        db.Revisions.Add(new Revision
        {
            SubjectType = "incident",
            SubjectId = incident.Id,
            At = now,
            By = by,
            Action = action,
            Changes = IncidentChanges.Between(before, IncidentChanges.Snapshot(incident)),
        });
}
