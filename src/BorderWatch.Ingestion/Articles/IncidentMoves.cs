using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Matching;
using BorderWatch.Store;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Articles;

/// <summary>Moves reports that turn out to be of another incident, and sees to the incidents that they leave.</summary>
internal sealed class IncidentMoves(BorderWatchDbContext db, DateTimeOffset now)
{
    private readonly IncidentValues _values = new(db);

    private readonly IncidentDerivation _derivation = new(db, now);

    /// <summary>Makes an incident for reports that were put to another's and turn out to be of one of their own. They are moved to it next.</summary>
    public async Task<Guid> FoundAsync(IReadOnlyList<MovedReport> moved, CancellationToken cancellation)
    {
        var reports = (await LoadedReport.LoadAsync(db, [.. moved.Select(m => m.From).Distinct()], null, cancellation)).Where(r => moved.Any(m => m.Id == r.Id)).ToList();
        var incident = Incident(reports, now);
        db.Incidents.Add(incident);
        await _derivation.DeriveAsync(incident, reports, cancellation);
        await db.SaveChangesAsync(cancellation);
        return incident.Id;
    }

    /// <summary>An incident of some reports, whose values are derived next.</summary>
    public static Incident Incident(IReadOnlyList<LoadedReport> reports, DateTimeOffset now)
    {
        var kind = reports.SelectMany(r => r.Claims).Select(c => c.Value).OfType<ClaimValue.Kind>().First();
        return new Incident { Title = reports[0].Title, EventType = kind.EventType, SubEventType = kind.SubEventType, FirstReportedAt = now, LastReportedAt = now };
    }

    /// <summary>Moves the reports to an incident. One that is left without any is merged into it: its reports and claims are all kept, under the other, and its address leads there.</summary>
    public async Task MoveAsync(IReadOnlyList<MovedReport> moved, Guid to, IncomingArticle because, CancellationToken cancellation)
    {
        var ids = moved.Select(m => m.Id).ToList();
        foreach (var report in await db.Reports.Where(r => ids.Contains(r.Id)).ToListAsync(cancellation))
        {
            var fit = moved.First(m => m.Id == report.Id).Fit;
            (report.IncidentId, report.MatchScore, report.MatchReason) = (to, fit?.Score, fit?.Reason);
        }
        await db.SaveChangesAsync(cancellation);
        foreach (var from in moved.Select(m => m.From).Distinct())
        {
            if (await db.Reports.AnyAsync(r => r.IncidentId == from && r.SupersededAt == null, cancellation))
                await DeriveAsync(from, because, $"a report was moved to another incident, because of a report of {because.SourceName}", cancellation);
            else
                await AbsorbAsync(from, to, because, cancellation);
        }
        await DeriveAsync(to, because, $"joined with reports of another incident, because of a report of {because.SourceName}", cancellation);
    }

    /// <summary>An edited article no longer tells of it: its values follow from the reports that are left. Where none is left it is no incident any more; its claims stay, for whoever asks why.</summary>
    public Task LeaveAsync(Guid id, IncomingArticle because, CancellationToken cancellation) =>
        DeriveAsync(id, because, because.IsReadAnew ? $"an article of {because.SourceName}, read anew, no longer reports it" : $"an edited article of {because.SourceName} no longer reports it", cancellation);

    private async Task DeriveAsync(Guid id, IncomingArticle because, string action, CancellationToken cancellation)
    {
        var incident = await _values.LoadAsync(id, cancellation);
        var before = IncidentChanges.Snapshot(incident);
        var standing = await LoadedReport.LoadAsync(db, [id], null, cancellation);
        if (!await _derivation.DeriveAsync(incident, standing, cancellation))
        {
            // What an editor has spoken of is the editor's to reject.
            if (await IsKeptAsync(incident, cancellation)) (incident.StatusChallengedAt, incident.IsChallenged) = (incident.StatusChallengedAt ?? now, true);
            else incident.Status = IncidentStatus.Rejected;
        }
        db.Revisions.Add(IncidentChanges.Revision(incident, now, because.By, action, before));
        await db.SaveChangesAsync(cancellation);
    }

    private async Task AbsorbAsync(Guid from, Guid to, IncomingArticle because, CancellationToken cancellation)
    {
        // What was superseded goes along: nothing that was ever claimed is lost with the row.
        foreach (var report in await db.Reports.Where(r => r.IncidentId == from).ToListAsync(cancellation)) report.IncidentId = to;
        await db.SaveChangesAsync(cancellation);
        var incident = await _values.LoadAsync(from, cancellation);
        incident.MergedIntoId = to;
        incident.Actors.Clear();
        db.Revisions.Add(new Revision { SubjectType = "incident", SubjectId = from, At = now, By = because.By, Action = $"merged into {to}", Changes = "{}" });
        await db.SaveChangesAsync(cancellation);
    }

    private Task<bool> IsKeptAsync(Incident incident, CancellationToken cancellation) =>
        KeptIncidents.Of(db).AnyAsync(i => i.Id == incident.Id, cancellation);
}
