using BorderWatch.Ingestion.Matching;
using BorderWatch.Store;
using BorderWatch.Store.Desk;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Articles;

/// <summary>Notes which incidents may be one, while they are matched: the desk reads it and compares nothing.</summary>
internal sealed class PossibleDuplicates(BorderWatchDbContext db, DateTimeOffset now)
{
    /// <summary>Notes pairs, or their new likeness. Call it when every report has its incident.</summary>
    public async Task NoteAsync(IReadOnlyList<Resemblance> resemblances, CancellationToken cancellation)
    {
        if (resemblances.Count == 0) return;
        var reports = resemblances.SelectMany(r => (Guid[])[r.One, r.Other]).ToHashSet();
        var incidents = await db.Reports.Where(r => reports.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.IncidentId, cancellation);
        foreach (var alike in resemblances)
        {
            var (one, other) = (incidents[alike.One], incidents[alike.Other]);
            if (one == other) continue;
            var (first, second) = one.CompareTo(other) < 0 ? (one, other) : (other, one);
            var pair = db.PossibleDuplicates.Local.FirstOrDefault(p => p.FirstId == first && p.SecondId == second)
                ?? await db.PossibleDuplicates.FirstOrDefaultAsync(p => p.FirstId == first && p.SecondId == second, cancellation);
            if (pair is null) db.PossibleDuplicates.Add(pair = new PossibleDuplicate { FirstId = first, SecondId = second, Reason = alike.Fit.Reason });
            (pair.Score, pair.Reason, pair.At) = (alike.Fit.Score, alike.Fit.Reason, now);
        }
        await db.SaveChangesAsync(cancellation);
    }
}
