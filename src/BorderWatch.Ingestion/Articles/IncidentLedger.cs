using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Matching;
using BorderWatch.Ingestion.Opinions;
using BorderWatch.Store;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Learning;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Articles;

/// <summary>Enters an article's reports: matched, derived and with their revisions, in the caller's transaction.</summary>
internal sealed class IncidentLedger(BorderWatchDbContext db, DateTimeOffset now)
{
    private readonly IncidentValues _values = new(db);

    private readonly IncidentDerivation _derivation = new(db, now);

    private readonly IncidentMoves _moves = new(db, now);

    /// <summary>Enters the reports of a revision in the place of those of the article's earlier revisions.</summary>
    /// <returns>For each report its incident, and whether it founded it.</returns>
    public async Task<IReadOnlyList<(Guid Incident, bool IsNew)>> EnterAsync(
        Article article, ArticleRevision revision, IncomingArticle from, string extractor, IReadOnlyList<ReportDraft> drafts, CancellationToken cancellation)
    {
        var old = await db.Reports.Where(r => r.ArticleId == article.Id && r.SupersededAt == null).ToListAsync(cancellation);
        if (drafts.Count == 0 && old.Count == 0) return [];
        await MatchingLock.TakeAsync(db, cancellation);
        foreach (var report in old) report.SupersededAt = now;
        await db.SaveChangesAsync(cancellation);

        var at = article.PublishedAt ?? article.FirstSeenAt;
        var loaded = drafts.Select(d => new LoadedReport(
            Guid.CreateVersion7(), default, article.Id, article.SourceId, from.SourceName, at, d.Title, revision.Title, revision.Text, d.Ordinal, d.Confidence, false,
            [.. d.Claims.Select(c => (c.Field, c.Value, c.Start, c.End, c.InTitle))])).ToList();
        var (gatherings, resemblances) = await IncidentMatcher.MatchAsync(db, loaded, article.Id, cancellation);
        var entered = new (Guid Incident, bool IsNew)[drafts.Count];
        foreach (var gathering in gatherings)
        {
            var incident = gathering.IncidentId;
            foreach (var (n, fit) in gathering.Arriving)
            {
                var isNew = incident is null;
                incident = await EnterAsync(incident, fit, drafts[n], loaded[n], article, revision, from, extractor, old, cancellation);
                entered[n] = (incident.Value, isNew);
            }
            if (gathering.Moved.Count > 0) await _moves.MoveAsync(gathering.Moved, incident ?? await _moves.FoundAsync(gathering.Moved, cancellation), from, cancellation);
        }
        foreach (var left in old.Select(r => r.IncidentId).Except(entered.Select(e => e.Incident)).Distinct()) await _moves.LeaveAsync(left, from, cancellation);
        await new PossibleDuplicates(db, now).NoteAsync(resemblances, cancellation);
        if (old.Count > 0)
        {
            await OpinionFitting.FitAgainAsync(db, revision.Id, cancellation);
            await db.SaveChangesAsync(cancellation);
        }
        return entered;
    }

    private async Task<Guid> EnterAsync(
        Guid? known, Likeness? fit, ReportDraft draft, LoadedReport loaded, Article article, ArticleRevision revision, IncomingArticle from, string extractor, IReadOnlyList<Report> old, CancellationToken cancellation)
    {
        var incident = known is { } id ? await _values.LoadAsync(id, cancellation) : null;
        var before = incident is null ? null : IncidentChanges.Snapshot(incident);
        var standing = incident is not null ? await LoadedReport.LoadAsync(db, [incident.Id], null, cancellation) : [];
        standing.Add(loaded);
        if (incident is null)
        {
            incident = new Incident { Title = draft.Title, EventType = draft.Kind!.EventType, SubEventType = draft.Kind.SubEventType, FirstReportedAt = now };
            db.Incidents.Add(incident);
        }
        incident.LastReportedAt = now;
        ReviewAgain(incident);
        await _derivation.DeriveAsync(incident, standing, cancellation);
        var original = Copies.OriginalOf(loaded, standing);
        var report = new Report
        {
            Id = loaded.Id,
            IncidentId = incident.Id,
            ArticleId = article.Id,
            ArticleRevisionId = revision.Id,
            Ordinal = draft.Ordinal,
            Title = draft.Title,
            Confidence = draft.Confidence,
            RulesConfidence = draft.RulesConfidence,
            IncidentLikelihood = draft.IncidentLikelihood,
            MatchScore = fit?.Score,
            IsCopy = original is not null,
            MatchReason = original is not null ? $"the same text as the report of {original.Outlet}, counted once" : fit?.Reason,
            // Where an editor put what an earlier revision said, there this one stays as well.
            IsPlaced = known is not null && old.Any(o => o.IsPlaced && o.IncidentId == known),
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
            Extractor = c.IsLearnt ? LearntClaims.By(extractor) : extractor,
        }));
        db.Reports.Add(report);
        var action = before is null ? $"created from a report of {from.SourceName}"
            : from.IsReadAnew ? $"changed by reading an article of {from.SourceName} anew"
            : old.Count > 0 ? $"changed by an edited article of {from.SourceName}" : $"joined by a report of {from.SourceName}";
        db.Revisions.Add(IncidentChanges.Revision(incident, now, from.By, action, before));
        await db.SaveChangesAsync(cancellation);
        return incident.Id;
    }

    // Nobody rejected what merely lost its last report: told of again, it is there again. What an editor rejected stays rejected;
    // one that nothing bore out is shown to an editor again, as something does now.
    private void ReviewAgain(Incident incident)
    {
        if (incident is { Status: IncidentStatus.Rejected, RejectionReason: null }) incident.Status = IncidentStatus.Unreviewed;
        if (incident is { Status: IncidentStatus.Rejected, RejectionReason: RejectionReason.Unverified }) incident.StatusChallengedAt ??= now;
    }
}
