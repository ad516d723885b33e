using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Matching;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <inheritdoc cref="IMergeCommands"/>
internal sealed class MergeCommands(EditRunner runner) : IMergeCommands
{
    public Task<CommandResult<MergePreview>> PreviewAsync(Guid into, IReadOnlyCollection<Guid> others, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<MergePreview>(by, false, async (session, stop) =>
        {
            if (await Merging.TakeAsync(session, into, others, stop) is { } refusal) return new(null, refusal);
            var before = IncidentChanges.Snapshot(session[into]);
            await session.DeriveAsync(stop);
            var after = IncidentChanges.Snapshot(session[into]);
            var reports = await session.Db.Reports.CountAsync(r => r.IncidentId == into && r.SupersededAt == null, stop);
            return new(new MergePreview(reports, [.. after.Select(field => new PreviewedField(field.Key, before[field.Key], field.Value))]), null);
        }, cancellation);

    public Task<CommandResult<Edited>> MergeAsync(Guid into, IReadOnlyCollection<Guid> others, string? reason, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, true, async (session, stop) =>
        {
            if (await Merging.TakeAsync(session, into, others, stop) is { } refusal) return new(null, refusal);
            var titles = string.Join(", ", others.Distinct().Select(id => $"“{session[id].Title}”"));
            var edited = await session.FinishAsync(
                Short($"merged {titles} into “{session[into].Title}”"), incident => incident.Id == into ? $"merged {titles} into it" : $"merged into {into}", Trimmed(reason), null, stop);
            return new(edited, null);
        }, cancellation);

    public Task<CommandResult<Edited>> SplitAsync(Guid from, IReadOnlyCollection<Guid> reports, string? reason, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, true, async (session, stop) =>
        {
            if (await session.LockAsync([from], stop) is not [{ MergedIntoId: null } incident]) return new(null, "There is no such incident any more. Reload the page.");
            var all = await session.Db.Reports.Where(r => r.IncidentId == from).ToListAsync(stop);
            var leaving = all.Where(r => r.SupersededAt is null && reports.Contains(r.Id)).ToList();
            if (leaving.Count == 0) return new(null, "Choose the reports that are of another incident.");
            var staying = all.Where(r => r.SupersededAt is null && !reports.Contains(r.Id)).ToList();
            if (staying.Count == 0) return new(null, "All reports are chosen: leave at least one that is of this incident.");

            var loaded = (await LoadedReport.LoadAsync(session.Db, [from], null, stop)).Where(r => reports.Contains(r.Id)).ToList();
            var founded = IncidentMoves.Incident(loaded, leaving.Min(r => r.CreatedAt));
            founded.LastReportedAt = leaving.Max(r => r.CreatedAt);
            founded.MergedIntoId = from; // As an undo leaves it: the first step takes it out.
            session.Db.Incidents.Add(founded);
            await session.Db.SaveChangesAsync(stop);
            session.Add(founded);

            // What earlier revisions of a leaving article said goes along.
            var articles = leaving.Select(r => r.ArticleId).Except(staying.Select(r => r.ArticleId)).ToHashSet();
            leaving.AddRange(all.Where(r => r.SupersededAt is not null && articles.Contains(r.ArticleId)));
            List<EditStep> steps =
            [
                new EditStep.Arranged(from, incident.IsArranged, true), new EditStep.Merged(founded.Id, from, null), new EditStep.Arranged(founded.Id, false, true),
                .. staying.Where(r => !r.IsPlaced).Select(r => new EditStep.Moved(r.Id, from, from, false, true)),
                .. leaving.Select(r => new EditStep.Moved(r.Id, from, founded.Id, r.IsPlaced, true)),
            ];
            foreach (var step in steps)
            {
                if (await session.TakeAsync(step, stop) is { } refusal) return new(null, refusal);
            }
            var many = reports.Count == 1 ? "a report" : $"{reports.Count} reports";
            return new(await session.FinishAsync(
                $"split {many} off", i => i.Id == from ? $"split {many} off into {founded.Id}" : $"split off from {from}", Trimmed(reason), null, stop), null);
        }, cancellation);

    public Task<CommandResult<Edited>> PartAsync(Guid one, Guid other, Caller by, CancellationToken cancellation) =>
        runner.RunAsync<Edited>(by, true, async (session, stop) =>
        {
            var (first, second) = one.CompareTo(other) < 0 ? (one, other) : (other, one);
            var found = await session.LockAsync([first, second], stop);
            if (found.Count < 2 || found.Any(i => i.MergedIntoId is not null)) return new(null, "One of the two is not there any more: it has been merged. Reload the page.");
            List<EditStep> steps = [new EditStep.Parted(first, second, true), .. found.Where(i => !i.IsArranged).Select(i => new EditStep.Arranged(i.Id, false, true))];
            foreach (var step in steps)
            {
                if (await session.TakeAsync(step, stop) is { } refusal) return new(null, refusal);
            }
            return new(await session.FinishAsync("kept two incidents apart", i => $"said not to be the same as {(i.Id == first ? second : first)}", null, null, stop), null);
        }, cancellation);

    private static string Short(string action) => action.Length <= 500 ? action : string.Concat(action.AsSpan(0, 499), "…");

    private static string? Trimmed(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
}
