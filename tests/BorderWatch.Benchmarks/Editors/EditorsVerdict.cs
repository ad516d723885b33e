using System.Globalization;
using BorderWatch.Store;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Rulings;
using BorderWatch.Store.Tallies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BorderWatch.Benchmarks.Editors;

/// <summary>Holds what editors were told against what is there.</summary>
internal sealed class EditorsVerdict(IServiceProvider services, IReadOnlyList<Editor> editors)
{
    private readonly List<string> _faults = [];

    /// <summary>Says what it found; 0 where nothing is lost, doubled or missing.</summary>
    /// <param name="lose">Removes one ruling before it looks.</param>
    public async Task<int> GiveAsync(bool lose)
    {
        var saved = editors.SelectMany(editor => editor.Saved).ToList();
        if (saved.Count == 0) _faults.Add("Nothing was acknowledged, so that nothing is shown.");
        await using var db = await services.GetRequiredService<IDbContextFactory<BorderWatchDbContext>>().CreateDbContextAsync();
        if (lose && saved.Find(save => save.Field is not null)?.Token is { } lost) await db.Rulings.Where(ruling => ruling.Reason == lost).ExecuteDeleteAsync();
        var rulings = (await db.Rulings.AsNoTracking().ToListAsync()).ToLookup(ruling => ruling.Reason);
        var edits = (await db.Edits.AsNoTracking().Select(edit => edit.Id).ToListAsync()).ToHashSet();
        var revisions = (await db.Database.SqlQuery<Said>($"""SELECT number, edit_id, subject_id, reason, "by" FROM revisions WHERE edit_id IS NOT NULL""").ToListAsync()).ToLookup(revision => revision.EditId);
        foreach (var editor in editors) Check(editor, rulings, edits, revisions);
        CheckStanding([.. rulings.SelectMany(of => of)], revisions.SelectMany(of => of).Where(revision => revision.Reason is not null).ToLookup(revision => revision.Reason!));
        await CheckValuesAsync(db);

        var chain = await services.GetRequiredService<IRevisionChain>().VerifyAsync(null, CancellationToken.None);
        if (chain.Broken is { } broken) _faults.Add($"The history is broken: {broken}");
        if (await services.GetRequiredService<ITallies>().CheckAsync(CancellationToken.None) is > 0 and var wrong) _faults.Add($"{wrong} sums beside the incidents are wrong.");
        var doubt = editors.SelectMany(editor => editor.InDoubt).ToList();
        var reasons = revisions.SelectMany(of => of).Select(revision => revision.Reason).ToHashSet();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"Acknowledged: {saved.Count(save => save.Field is not null):N0} rulings, {saved.Count(save => save.Field is null):N0} reviews. Another was first: {editors.Sum(editor => editor.Conflicts):N0}. Not answered: {editors.Sum(editor => editor.Refused):N0}, of these {doubt.Count:N0} saves, {doubt.Count(reasons.Contains):N0} of which had been committed."));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"In the store: {rulings.Sum(of => of.Count()):N0} rulings, {edits.Count:N0} edits, {chain.Checked:N0} revisions in an unbroken chain: {(chain.Broken is null ? "yes" : "no")}."));
        foreach (var surprise in editors.SelectMany(editor => editor.Surprises).GroupBy(surprise => surprise)) _faults.Add($"Refused {surprise.Count()} times: {surprise.Key}");
        foreach (var fault in _faults.Take(20)) Console.WriteLine($"FAULT {fault}");
        Console.WriteLine(_faults.Count == 0 ? "No ruling is lost, none is doubled, no revision is missing." : $"{_faults.Count} faults.");
        return _faults.Count == 0 ? 0 : 1;
    }

    // Each save that was acknowledged: its ruling once and as it was ruled, its edit, its revision under the editor's name.
    private void Check(Editor editor, ILookup<string?, Ruling> rulings, HashSet<Guid> edits, ILookup<Guid, Said> revisions)
    {
        foreach (var save in editor.Saved)
        {
            if (!edits.Contains(save.Edit)) _faults.Add($"{save.Token}: its edit is missing.");
            if (revisions[save.Edit].Count(revision => revision.SubjectId == save.Incident && revision.Reason == save.Token && revision.By == editor.Name) != 1) _faults.Add($"{save.Token}: it has {revisions[save.Edit].Count()} revisions instead of one.");
            if (save.Field is null) continue;
            var its = rulings[save.Token].ToList();
            if (its is not [var ruling]) _faults.Add($"{save.Token}: it is there {its.Count} times.");
            else if (ruling.IncidentId != save.Incident || ruling.Field != save.Field || ruling.By != editor.Name || RulingView.Of(ruling).Values is not [ClaimValue.Casualties count] || count.Best != save.Number) _faults.Add($"{save.Token}: it says something else.");
        }
        // What was not answered is there whole or not at all.
        foreach (var token in editor.InDoubt.Where(token => rulings[token].Count() > 1)) _faults.Add($"{token}: not answered, and there {rulings[token].Count()} times.");
    }

    // On each field the last ruling in the history stands, and no other.
    private void CheckStanding(List<Ruling> rulings, ILookup<string, Said> revisions)
    {
        foreach (var field in rulings.GroupBy(ruling => (ruling.IncidentId, ruling.Field)))
        {
            var unsaid = field.FirstOrDefault(ruling => !revisions[ruling.Reason!].Any());
            if (unsaid is not null)
            {
                _faults.Add($"{unsaid.Reason}: a ruling without a revision.");
                continue;
            }
            var (standing, last) = (field.Where(ruling => ruling.SupersededAt is null).ToList(), field.MaxBy(ruling => revisions[ruling.Reason!].Max(revision => revision.Number)));
            if (standing is not [var one] || one.Id != last!.Id) _faults.Add($"{field.Key}: {standing.Count} stand, and the last is {last!.Reason}.");
        }
    }

    // The incident says what the ruling says.
    private async Task CheckValuesAsync(BorderWatchDbContext db)
    {
        var incidents = await db.Incidents.AsNoTracking().ToDictionaryAsync(incident => incident.Id);
        foreach (var ruling in await db.Rulings.AsNoTracking().Where(ruling => ruling.SupersededAt == null).ToListAsync())
        {
            var incident = incidents[ruling.IncidentId];
            var shown = ruling.Field switch { ClaimField.Killed => incident.Killed, ClaimField.Injured => incident.Injured, _ => incident.Abducted };
            if (RulingView.Of(ruling).Values is not [ClaimValue.Casualties said] || shown.Best != said.Best) _faults.Add($"{ruling.Reason}: it stands, and the incident says {shown.Best}.");
        }
    }

    private sealed record Said(long Number, Guid EditId, Guid SubjectId, string? Reason, string By);
}
