using BorderWatch.Store.Actors;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Incidents;

/// <summary>
/// Keeps what an incident's row repeats from elsewhere, so that the timeline reads one table: its number of reports and of
/// sources, whether all are demo outlets, country and province of its place, and its search vector, which takes in its articles. The SQL function
/// <c>refresh_incidents(uuid[])</c> is the one place that computes them; <see cref="BorderWatchDbContext"/> calls it in the
/// transaction of every save that touches an incident, its reports or its actors.
/// </summary>
public static class IncidentTally
{
    /// <summary>Computes the derived columns of some incidents anew: after a change made in SQL, or of an actor's or place's name.</summary>
    /// <param name="db">Its current transaction is used; tracked incidents get the new values and concurrency tokens.</param>
    /// <param name="incidents">Which ones; ids that do not exist are passed over.</param>
    /// <param name="cancellation">Cancels the command.</param>
    public static async Task RefreshAsync(BorderWatchDbContext db, IReadOnlyCollection<Guid> incidents, CancellationToken cancellation)
    {
        var ids = incidents.ToArray();
        var rows = await db.Database
            .SqlQuery<Tally>($"SELECT id, report_count, source_count, is_demo, country_code, admin1, version::text::bigint AS version FROM refresh_incidents({ids})")
            .ToListAsync(cancellation);
        var tracked = db.ChangeTracker.Entries<Incident>().ToDictionary(entry => entry.Entity.Id);
        foreach (var row in rows)
        {
            if (!tracked.TryGetValue(row.Id, out var entry)) continue;
            Take(nameof(Incident.ReportCount), row.ReportCount);
            Take(nameof(Incident.SourceCount), row.SourceCount);
            Take(nameof(Incident.IsDemo), row.IsDemo);
            Take(nameof(Incident.CountryCode), row.CountryCode);
            Take(nameof(Incident.Admin1), row.Admin1);
            Take(nameof(Incident.Version), (uint)row.Version);

            void Take(string name, object? value)
            {
                var property = entry.Property(name);
                property.CurrentValue = value;
                property.OriginalValue = value;
                property.IsModified = false;
            }
        }
    }

    /// <summary>The incidents whose derived columns the context's unsaved changes bear on.</summary>
    internal static IReadOnlyCollection<Guid> TouchedIn(BorderWatchDbContext db)
    {
        var touched = new HashSet<Guid>();
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached) continue;
            switch (entry.Entity)
            {
                case Incident incident when entry.State is not EntityState.Deleted: touched.Add(incident.Id); break;
                case IncidentActor part: touched.Add(part.IncidentId); break;
                case Report report:
                    touched.Add(report.IncidentId);
                    // A report that is moved leaves an incident behind.
                    if (entry.State is EntityState.Modified) touched.Add((Guid)entry.Property(nameof(Report.IncidentId)).OriginalValue!);
                    break;
            }
        }
        return touched;
    }

    private sealed record Tally(Guid Id, int ReportCount, int SourceCount, bool IsDemo, string? CountryCode, string? Admin1, long Version);
}
