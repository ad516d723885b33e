using System.Text.Encodings.Web;
using System.Text.Json;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Matching;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>An editor's command while it is carried out: the incidents that it locks, the steps that it takes, and the revisions that it leaves.</summary>
internal sealed class EditSession(BorderWatchDbContext db, Caller by, DateTimeOffset now)
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<Guid, Incident> _incidents = [];
    private readonly Dictionary<Guid, Dictionary<string, string?>> _before = [];
    private readonly HashSet<Guid> _toDerive = [];
    private readonly List<EditStep> _steps = [];
    private StepTaking? _taking;

    public BorderWatchDbContext Db => db;

    public Caller By => by;

    public DateTimeOffset Now => now;

    /// <summary>True once the command is done and is to be kept.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>True where something was done.</summary>
    public bool HasSteps => _steps.Count > 0;

    /// <summary>Locks incidents against other editors and loads them; those that are not there are left out.</summary>
    public async Task<IReadOnlyList<Incident>> LockAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        // In one order, so that two commands on the same incidents wait for each other and do not block each other.
        var wanted = ids.Distinct().Where(id => !_incidents.ContainsKey(id)).ToArray();
        await db.Database.SqlQuery<Guid>($"""SELECT id AS "Value" FROM incidents WHERE id = ANY ({wanted}) ORDER BY id FOR UPDATE""").ToListAsync(cancellation);
        var found = await db.Incidents.Include(i => i.Place).Include(i => i.Tags).Include(i => i.Actors).ThenInclude(a => a.Actor).AsSplitQuery()
            .Where(i => wanted.Contains(i.Id)).ToListAsync(cancellation);
        foreach (var incident in found) Add(incident, IncidentChanges.Snapshot(incident));
        return found;
    }

    /// <summary>Takes an incident in that the command has made.</summary>
    public void Add(Incident incident, Dictionary<string, string?>? before = null)
    {
        _incidents[incident.Id] = incident;
        if (before is not null) _before[incident.Id] = before;
    }

    /// <summary>An incident that is locked.</summary>
    public Incident this[Guid id] => _incidents[id];

    /// <summary>Takes a step.</summary>
    /// <returns>Null where it was taken; else a sentence that says why it cannot be: somebody has been there since.</returns>
    public async Task<string?> TakeAsync(EditStep step, CancellationToken cancellation)
    {
        _taking ??= new StepTaking(db, _incidents, now);
        var refusal = await _taking.TakeAsync(step, cancellation);
        if (refusal is not null) return refusal;
        _steps.Add(step);
        _toDerive.UnionWith(step switch
        {
            EditStep.Ruled ruled => [ruled.IncidentId],
            EditStep.Moved moved => [moved.From, moved.To],
            EditStep.Merged merged => [merged.IncidentId],
            _ => [],
        });
        return null;
    }

    /// <summary>Derives what has to be, writes a revision for each incident that was changed, and the edit that undoes them all.</summary>
    /// <param name="action">What was done, for the edit.</param>
    /// <param name="actionOn">What was done to one incident, for its history.</param>
    /// <param name="reason">In the editor's words; null where none were given.</param>
    /// <param name="undoes">The edit that this one takes back; null where it takes back none.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<Edited> FinishAsync(string action, Func<Incident, string> actionOn, string? reason, Guid? undoes, CancellationToken cancellation)
    {
        await DeriveAsync(cancellation);
        var edit = new Edit { At = now, By = by.Name, ById = by.Id, Action = action, Steps = EditStep.ToJson(_steps), Undoes = undoes };
        db.Edits.Add(edit);
        var touched = _steps.SelectMany(EditSteps.Incidents).Distinct().Where(_incidents.ContainsKey).ToList();
        foreach (var id in touched)
        {
            var incident = _incidents[id];
            db.Revisions.Add(IncidentChanges.Revision(incident, now, by.Name, actionOn(incident), _before.GetValueOrDefault(id), reason, edit.Id));
        }
        await ReviseTagsAsync(action, reason, edit.Id, cancellation);
        await db.SaveChangesAsync(cancellation);
        // Even where no value changed the row gets another version: the pipeline, which may have read it before the ruling, must look again.
        await IncidentTally.RefreshAsync(db, touched, cancellation);
        IsFinished = true;
        return new Edited(edit.Id, action, touched);
    }

    private async Task ReviseTagsAsync(string action, string? reason, Guid edit, CancellationToken cancellation)
    {
        foreach (var step in _steps.OfType<EditStep.TagMerged>())
        {
            var names = await db.Tags.Where(tag => tag.Id == step.From || tag.Id == step.To).ToDictionaryAsync(tag => tag.Id, tag => tag.Name, cancellation);
            string? Name(Guid? tag) => tag is { } id ? names[id] : null;
            var changes = JsonSerializer.Serialize(new Dictionary<string, object> { ["merged into"] = new { from = Name(step.From), to = Name(step.To) } }, s_json);
            db.Revisions.Add(new Revision { SubjectType = "tag", SubjectId = step.TagId, At = now, By = by.Name, Action = action, Reason = reason, EditId = edit, Changes = changes });
        }
    }

    /// <summary>Brings the values up to what the steps made of reports and rulings.</summary>
    public async Task DeriveAsync(CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        var standing = (await LoadedReport.LoadAsync(db, _toDerive, null, cancellation)).ToLookup(report => report.IncidentId);
        foreach (var id in _toDerive)
        {
            var incident = _incidents[id];
            if (incident.MergedIntoId is not null) incident.Actors.Clear(); // Nobody took part in what was no incident of its own.
            else await new IncidentDerivation(db, now).DeriveAsync(incident, [.. standing[id]], cancellation);
        }
        var reviewed = _steps.OfType<EditStep.Reviewed>().Select(step => step.IncidentId).Except(_toDerive).ToList();
        var challenged = await db.Rulings.Where(r => reviewed.Contains(r.IncidentId) && r.SupersededAt == null && r.ChallengedAt != null).Select(r => r.IncidentId).Distinct().ToListAsync(cancellation);
        foreach (var id in reviewed) _incidents[id].IsChallenged = challenged.Contains(id);
    }
}
