using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Views;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Desk;

/// <summary>What comes first on the desk.</summary>
internal static class DeskOrder
{
    private const double OnWatchlist = 15.0;
    private const double NewActor = 8.0;
    private const double NewProvince = 5.0;
    private const int MostLookedUp = 5000;

    // Ages are counted from a day that stands still: the same two incidents always come in the same order.
    private static readonly DateTimeOffset s_epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// The first of a lane, and why they stand there. What matters first: people, then a challenged ruling, the reader's watchlists, a contradiction, an unsure extraction,
    /// somebody or a province for the first time; each day of age costs as much as two people killed gain, so that yesterday's small clash does not wait behind last month's.
    /// </summary>
    /// <param name="incidents">A lane.</param>
    /// <param name="db">The store.</param>
    /// <param name="reader">Whose watchlists; null for those of an installation without accounts.</param>
    /// <param name="most">So many.</param>
    /// <param name="cancellation">Cancels the query.</param>
    public static async Task<IReadOnlyList<(Guid Id, IReadOnlyList<DeskReason> Reasons)>> FirstAsync(
        this IQueryable<Incident> incidents, BorderWatchDbContext db, Guid? reader, int most, CancellationToken cancellation)
    {
        var epoch = s_epoch;
        var scored = incidents.Select(i => new
        {
            i.Id,
            Points = 2.0 * Math.Min(i.Killed.Best ?? i.Killed.Low ?? 0, 50) + 0.5 * Math.Min(i.Injured.Best ?? i.Injured.Low ?? 0, 50) + Math.Min(i.Abducted.Best ?? i.Abducted.Low ?? 0, 50)
                + (i.IsChallenged ? 20.0 : 0.0) + (i.HasConflict ? 10.0 : 0.0) + 10.0 * (1.0 - i.Confidence) + 4.0 * (i.FirstReportedAt - epoch).TotalDays,
        });
        // Watchlists and what is new are looked up for those alone that these could still bring among the first: of thousands, some dozens.
        var last = await scored.OrderByDescending(one => one.Points).Skip(most - 1).Select(one => (double?)one.Points).FirstOrDefaultAsync(cancellation);
        if (last is { } least) scored = scored.Where(one => one.Points >= least - (OnWatchlist + NewActor + NewProvince));
        var near = await scored.OrderByDescending(one => one.Points).ThenByDescending(one => one.Id).Take(Math.Max(most, MostLookedUp)).ToListAsync(cancellation);
        var reasons = await db.ReasonsAsync(near.ConvertAll(one => one.Id), reader, cancellation);
        return
        [
            .. near.Select(one => (one.Id, one.Points, Reasons: (IReadOnlyList<DeskReason>)[.. reasons[one.Id]]))
                .OrderByDescending(one => one.Points + one.Reasons.Select(reason => reason.Kind).Distinct().Sum(Points)).ThenByDescending(one => one.Id)
                .Take(most).Select(one => (one.Id, one.Reasons)),
        ];
    }

    private static double Points(DeskReasonKind kind) => kind switch
    {
        DeskReasonKind.Watchlist => OnWatchlist,
        DeskReasonKind.NewActor => NewActor,
        DeskReasonKind.NewProvince => NewProvince,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    // Watchlists by name, then who and where is new. LIMIT keeps each question beside its incident, where the first earlier one answers it: as an anti-join all that ever happened would be read.
    private static async Task<ILookup<Guid, DeskReason>> ReasonsAsync(this BorderWatchDbContext db, List<Guid> ids, Guid? reader, CancellationToken cancellation)
    {
        var watched =
            from one in db.Set<Watched>()
            join view in db.Set<SavedView>() on one.ViewId equals view.Id
            where view.IsWatchlist && view.OwnerId == reader
            select new { one.ActorId, one.PlaceId, view.Name };
        var lists = await watched.Join(db.Incidents.Where(i => ids.Contains(i.Id)), one => one.PlaceId, i => i.PlaceId, (one, i) => new { i.Id, one.Name })
            .Union(watched.Join(db.IncidentActors.Where(part => ids.Contains(part.IncidentId)), one => one.ActorId, part => (Guid?)part.ActorId, (one, part) => new { Id = part.IncidentId, one.Name }))
            .ToListAsync(cancellation);
        // "Gunmen" and "residents" are new in every store that has its first incident, as for a region's firsts.
        var actors = await (
            from part in db.IncidentActors
            join incident in db.Incidents on part.IncidentId equals incident.Id
            where ids.Contains(part.IncidentId) && part.Actor.Kind != ActorKind.Unknown && part.Actor.Kind != ActorKind.Civilian
            where (from before in db.IncidentActors
                   join earlier in db.Incidents on before.IncidentId equals earlier.Id
                   where before.ActorId == part.ActorId && earlier.MergedIntoId == null && earlier.Status != IncidentStatus.Rejected && earlier.FirstReportedAt < incident.FirstReportedAt
                   select earlier.Id).Take(1).Count() == 0
            select new { incident.Id, part.Actor.Name }).Distinct().ToListAsync(cancellation);
        var provinces = await (
            from incident in db.Incidents
            where ids.Contains(incident.Id) && incident.CountryCode != null && incident.Admin1 != null
            where db.Incidents.Where(earlier => earlier.CountryCode == incident.CountryCode && earlier.Admin1 == incident.Admin1
                && earlier.MergedIntoId == null && earlier.Status != IncidentStatus.Rejected && earlier.FirstReportedAt < incident.FirstReportedAt).Select(earlier => earlier.Id).Take(1).Count() == 0
            select new { incident.Id, Name = incident.Admin1! }).ToListAsync(cancellation);
        return lists.OrderBy(list => list.Name, StringComparer.InvariantCulture).Select(list => (list.Id, Reason: new DeskReason(DeskReasonKind.Watchlist, list.Name)))
            .Concat(actors.Where(actor => ActorName.IsOne(actor.Name)).OrderBy(actor => actor.Name, StringComparer.InvariantCulture).Select(actor => (actor.Id, Reason: new DeskReason(DeskReasonKind.NewActor, actor.Name))))
            .Concat(provinces.Select(province => (province.Id, Reason: new DeskReason(DeskReasonKind.NewProvince, province.Name))))
            .ToLookup(one => one.Id, one => one.Reason);
    }
}
