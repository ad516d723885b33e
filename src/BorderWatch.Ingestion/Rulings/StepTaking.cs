using BorderWatch.Store;
using BorderWatch.Store.History;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Tags;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Takes one step, where things are as the step expects to find them.</summary>
internal sealed class StepTaking(BorderWatchDbContext db, IReadOnlyDictionary<Guid, Incident> incidents, DateTimeOffset now)
{
    // Tags that were seen to stand, and are held so.
    private readonly HashSet<Guid> _standing = [];

    /// <summary>Null where it was taken; else why it cannot be, in a sentence.</summary>
    public Task<string?> TakeAsync(EditStep step, CancellationToken cancellation) => step switch
    {
        EditStep.Ruled ruled => RuleAsync(ruled, cancellation),
        EditStep.Reviewed reviewed => Task.FromResult(Review(reviewed)),
        EditStep.Tagged tagged => TagAsync(tagged, cancellation),
        EditStep.Moved moved => MoveAsync(moved, cancellation),
        EditStep.Merged merged => Task.FromResult(Merge(merged)),
        EditStep.Arranged arranged => Task.FromResult(Arrange(arranged)),
        EditStep.Assigned assigned => Task.FromResult(Assign(assigned)),
        EditStep.TagMerged merged => MergeTagAsync(merged, cancellation),
        EditStep.Parted parted => PartAsync(parted, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    private async Task<string?> RuleAsync(EditStep.Ruled step, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        var standing = await db.Rulings.FirstOrDefaultAsync(r => r.IncidentId == step.IncidentId && r.Field == step.Field && r.SupersededAt == null, cancellation);
        if (standing?.Id != step.From)
            return standing is null ? $"The ruling on {FieldWords.Of(step.Field)} has been withdrawn since." : $"{standing.By} has ruled on {FieldWords.Of(step.Field)} since.";
        if (standing is not null)
        {
            standing.SupersededAt = now;
            await db.SaveChangesAsync(cancellation); // First the old one goes: only one may stand.
        }
        if (step.To is { } to) (await db.Rulings.FirstAsync(r => r.Id == to, cancellation)).SupersededAt = null;
        return null;
    }

    private string? Review(EditStep.Reviewed step)
    {
        var incident = incidents[step.IncidentId];
        if ((incident.Status, incident.RejectionReason) != (step.From, step.FromReason)) return $"“{incident.Title}” has been {ReviewWords.Of(incident.Status)} since.";
        (incident.Status, incident.RejectionReason, incident.StatusChallengedAt) = (step.To, step.ToReason, null);
        return null;
    }

    private async Task<string?> TagAsync(EditStep.Tagged step, CancellationToken cancellation)
    {
        var incident = incidents[step.IncidentId];
        if (await LedAwayAsync(step.TagId, cancellation) is { } refusal) return refusal;
        var there = incident.Tags.Find(tag => tag.Id == step.TagId);
        if (step.IsAdded && there is null) incident.Tags.Add(await db.Tags.FirstAsync(tag => tag.Id == step.TagId, cancellation));
        if (!step.IsAdded && there is not null) incident.Tags.Remove(there);
        return null;
    }

    // Held until the transaction ends: nobody merges the tag away while it is being put on.
    private async Task<string?> LedAwayAsync(Guid tag, CancellationToken cancellation)
    {
        if (_standing.Contains(tag)) return null;
        var into = await db.Database.SqlQuery<Guid?>($"""SELECT merged_into_id AS "Value" FROM tags WHERE id = {tag} FOR SHARE""").FirstAsync(cancellation);
        if (into is null)
        {
            _standing.Add(tag);
            return null;
        }
        var names = await db.Tags.Where(t => t.Id == tag || t.Id == into).ToDictionaryAsync(t => t.Id, t => t.Name, cancellation);
        return $"The tag “{names[tag]}” has been merged into “{names[into.Value]}” since.";
    }

    private async Task<string?> MergeTagAsync(EditStep.TagMerged step, CancellationToken cancellation)
    {
        await TagNames.LockAsync(db, cancellation);
        _standing.Remove(step.TagId);
        var tag = await db.Tags.FirstAsync(t => t.Id == step.TagId, cancellation);
        if (tag.MergedIntoId != step.From) return $"The tag “{tag.Name}” has been {(tag.MergedIntoId is null ? "given its own place again" : "merged into another")} since.";
        if (step.To is { } to && (await db.Tags.FirstAsync(t => t.Id == to, cancellation)) is { MergedIntoId: not null } gone) return $"The tag “{gone.Name}” has itself been merged into another since.";
        tag.MergedIntoId = step.To;
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private async Task<string?> MoveAsync(EditStep.Moved step, CancellationToken cancellation)
    {
        var report = await db.Reports.FirstAsync(r => r.Id == step.ReportId, cancellation);
        if (report.IncidentId != step.From) return "One of its reports has been moved to another incident since.";
        (report.IncidentId, report.IsPlaced) = (step.To, step.IsPlaced);
        return null;
    }

    private string? Merge(EditStep.Merged step)
    {
        var incident = incidents[step.IncidentId];
        if (incident.MergedIntoId != step.From) return $"“{incident.Title}” has been {(incident.MergedIntoId is null ? "taken out of the other incident" : "merged into another incident")} since.";
        if (step.To is { } to && incidents[to].MergedIntoId is not null) return $"“{incidents[to].Title}” has itself been merged into another incident since.";
        incident.MergedIntoId = step.To;
        return null;
    }

    private string? Arrange(EditStep.Arranged step)
    {
        incidents[step.IncidentId].IsArranged = step.To;
        return null;
    }

    private string? Assign(EditStep.Assigned step)
    {
        var incident = incidents[step.IncidentId];
        if (incident.AssigneeId != step.From) return $"“{incident.Title}” has been assigned to {(incident.AssigneeId is null ? "nobody" : "somebody else")} since.";
        incident.AssigneeId = step.To;
        return null;
    }

    private async Task<string?> PartAsync(EditStep.Parted step, CancellationToken cancellation)
    {
        var pair = await db.PossibleDuplicates.FirstOrDefaultAsync(p => p.FirstId == step.FirstId && p.SecondId == step.SecondId, cancellation);
        if (pair is null) return "These two incidents are not alike any more: nothing needs to be said of them.";
        pair.PartedAt = step.IsParted ? now : null;
        return null;
    }
}
