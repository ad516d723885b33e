using BorderWatch.Ingestion.Matching;
using BorderWatch.Store;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Claims;

/// <summary>
/// Brings an incident's values up to what its standing reports add up to and editors ruled: the one way by which values get into a row,
/// for the pipeline and for editors alike. A ruling that stands outranks every report; what contradicts it is noted beside it.
/// </summary>
internal sealed class IncidentDerivation(BorderWatchDbContext db, DateTimeOffset now)
{
    private readonly IncidentValues _values = new(db);

    /// <summary>Derives. Saves nothing but which reports are copies.</summary>
    /// <param name="incident">Its place and actors must be loaded.</param>
    /// <param name="standing">Its reports that stand; none where no article tells of it any more, and then values stay but for rulings.</param>
    /// <param name="cancellation">Cancels the queries.</param>
    /// <returns>False where no report tells of it any more.</returns>
    public async Task<bool> DeriveAsync(Incident incident, IReadOnlyList<LoadedReport> standing, CancellationToken cancellation)
    {
        var rulings = await db.Rulings.Where(r => r.IncidentId == incident.Id && r.SupersededAt == null).ToListAsync(cancellation);
        var voices = Copies.Without(standing);
        if (standing.Count > 1) await MarkCopiesAsync(standing.Select(s => s.Id).Except(voices.Select(v => v.Id)).ToArray(), standing.Select(s => s.Id).ToArray(), cancellation);
        var derived = Derivation.Derive(voices);
        var values = RuledFields.Over(derived ?? RuledFields.AsItStands(incident), rulings);
        var firstReported = standing.Count > 0 ? DateOnly.FromDateTime(standing.Min(s => s.At).UtcDateTime) : incident.TimelineDate;
        await _values.ApplyAsync(incident, values, firstReported, cancellation);

        foreach (var ruling in rulings)
        {
            var challenger = Challenge.Of(ruling, voices);
            if (challenger is null) (ruling.ChallengedAt, ruling.ChallengedByReportId) = (null, null);
            else (ruling.ChallengedAt, ruling.ChallengedByReportId) = (ruling.ChallengedAt ?? now, challenger.Id);
        }
        incident.IsChallenged = incident.StatusChallengedAt is not null || rulings.Any(ruling => ruling.ChallengedAt is not null);
        return derived is not null;
    }

    // An account that arrives late may be the one that the others were copied from.
    private Task<int> MarkCopiesAsync(Guid[] copies, Guid[] standing, CancellationToken cancellation) =>
        db.Reports.Where(r => standing.Contains(r.Id) && r.IsCopy != copies.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.IsCopy, x => !x.IsCopy), cancellation);
}
