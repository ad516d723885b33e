using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>The steps of a merge.</summary>
internal static class Merging
{
    private const int Most = 50;

    /// <summary>Takes them. Derives and finishes nothing.</summary>
    /// <returns>Null, or why the incidents cannot be merged.</returns>
    public static async Task<string?> TakeAsync(EditSession session, Guid into, IReadOnlyCollection<Guid> others, CancellationToken cancellation)
    {
        var parts = others.Distinct().ToList();
        if (parts.Count == 0 || parts.Contains(into)) return "Choose another incident to merge this one with.";
        if (parts.Count > Most) return $"Merge at most {Most} incidents at once.";
        var found = await session.LockAsync([into, .. parts], cancellation);
        if (found.Count < parts.Count + 1 || found.Any(i => i.MergedIntoId is not null)) return "One of them is not there any more: it has been merged. Reload the page.";
        if (session[into].Status is IncidentStatus.Rejected) return "The incident that is to stay has been rejected: reopen it first, or merge the other way round.";
        foreach (var step in await StepsAsync(session, into, parts, cancellation))
        {
            if (await session.TakeAsync(step, cancellation) is { } refusal) return refusal;
        }
        return null;
    }

    private static async Task<List<EditStep>> StepsAsync(EditSession session, Guid into, List<Guid> parts, CancellationToken cancellation)
    {
        var stays = session[into];
        var reports = await session.Db.Reports.Where(r => r.IncidentId == into || parts.Contains(r.IncidentId)).ToListAsync(cancellation);
        List<EditStep> steps =
        [
            new EditStep.Arranged(into, stays.IsArranged, true),
            .. reports.Where(r => r.IncidentId == into && !r.IsPlaced && r.SupersededAt is null).Select(r => new EditStep.Moved(r.Id, into, into, false, true)),
        ];
        var tags = stays.Tags.Select(tag => tag.Id).ToHashSet();
        foreach (var part in parts.Select(id => session[id]))
        {
            steps.AddRange(reports.Where(r => r.IncidentId == part.Id).Select(r => new EditStep.Moved(r.Id, part.Id, into, r.IsPlaced, true)));
            steps.Add(new EditStep.Merged(part.Id, null, into));
            steps.AddRange(part.Tags.Where(tag => tags.Add(tag.Id)).Select(tag => new EditStep.Tagged(into, tag.Id, true)));
            stays.LastReportedAt = stays.LastReportedAt > part.LastReportedAt ? stays.LastReportedAt : part.LastReportedAt;
        }
        if (stays.Status is IncidentStatus.Unreviewed && parts.Any(id => session[id].Status is IncidentStatus.Confirmed))
            steps.Add(new EditStep.Reviewed(into, IncidentStatus.Unreviewed, null, IncidentStatus.Confirmed, null));
        if (stays.AssigneeId is null && parts.Select(id => session[id].AssigneeId).FirstOrDefault(assignee => assignee is not null) is { } assignee)
            steps.Add(new EditStep.Assigned(into, null, assignee));
        steps.AddRange(await InheritedAsync(session, into, parts, cancellation));
        return steps;
    }

    // What was ruled of a part holds for the whole, where nothing is ruled of the whole. The part keeps its own, for an undo.
    private static async Task<List<EditStep>> InheritedAsync(EditSession session, Guid into, List<Guid> parts, CancellationToken cancellation)
    {
        var standing = await session.Db.Rulings.AsNoTracking().Where(r => (r.IncidentId == into || parts.Contains(r.IncidentId)) && r.SupersededAt == null).OrderBy(r => r.At).ToListAsync(cancellation);
        var ruled = standing.Where(r => r.IncidentId == into).Select(r => r.Field).ToHashSet();
        List<EditStep> steps = [];
        foreach (var ruling in standing.Where(r => r.IncidentId != into && ruled.Add(r.Field)))
        {
            var inherited = new Ruling
            {
                IncidentId = into,
                Field = ruling.Field,
                Values = ruling.Values,
                Known = ruling.Known,
                Quote = ruling.Quote,
                ArticleRevisionId = ruling.ArticleRevisionId,
                QuoteStart = ruling.QuoteStart,
                QuoteEnd = ruling.QuoteEnd,
                InTitle = ruling.InTitle,
                Reason = ruling.Reason,
                By = ruling.By,
                ById = ruling.ById,
                At = ruling.At,
                SupersededAt = session.Now, // It stands once the step is taken.
            };
            session.Db.Rulings.Add(inherited);
            steps.Add(new EditStep.Ruled(into, ruling.Field, null, inherited.Id));
        }
        return steps;
    }
}
