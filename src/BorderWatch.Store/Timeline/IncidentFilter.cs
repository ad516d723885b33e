using System.Linq.Expressions;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Tags;
using BorderWatch.Store.Views;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Timeline;

/// <summary>Turns what a reader asks for into a query, for every page that takes a <see cref="TimelineFilter"/>.</summary>
internal static class IncidentFilter
{
    /// <summary>The incidents that a filter lets through, in no order.</summary>
    /// <param name="db">The store.</param>
    /// <param name="filter">What a reader asks for.</param>
    /// <param name="search">What <see cref="SearchAsync"/> gave for the filter's words.</param>
    public static IQueryable<Incident> IncidentsOf(this BorderWatchDbContext db, TimelineFilter filter, string? search = null)
    {
        var incidents = db.Incidents.AsNoTracking().Where(i => i.MergedIntoId == null);

        incidents = filter.Status is { } status
            ? incidents.Where(i => i.Status == status)
            : incidents.Where(i => i.Status != IncidentStatus.Rejected);
        if (filter.From is { } from) incidents = incidents.Where(i => i.TimelineDate >= from);
        if (filter.To is { } to) incidents = incidents.Where(i => i.TimelineDate <= to);
        incidents = OfTypes(incidents, filter);
        // One value by "=", not as a list of one: only then does an index give them in the timeline's order.
        if (filter.Countries is [var country]) incidents = incidents.Where(i => i.CountryCode == country);
        else if (filter.Countries.Count > 0) incidents = incidents.Where(i => i.CountryCode != null && filter.Countries.Contains(i.CountryCode));
        if (filter.Admin1 is { } admin1) incidents = incidents.Where(i => i.Admin1 == admin1);
        if (filter.RegionId is { } region) incidents = incidents.InRegion(db, region);
        if (filter.PlaceId is { } place) incidents = incidents.Where(i => i.PlaceId == place);
        if (filter.Box is { } box)
        {
            var inBox = db.Places.In(box);
            incidents = incidents.Where(i => inBox.Any(place => place.Id == i.PlaceId));
            if (filter.Precisions.Count == 0) incidents = incidents.Where(AsPreciseAs(PlacePrecision.Admin2));
        }
        if (filter.Precisions.Count > 0) incidents = incidents.Where(i => i.PlacePrecision != null && filter.Precisions.Contains(i.PlacePrecision.Value));
        foreach (var (actor, role) in filter.Actors)
        {
            incidents = role is null
                ? incidents.Where(i => i.Actors.Any(part => part.ActorId == actor))
                : incidents.Where(i => i.Actors.Any(part => part.ActorId == actor && part.Role == role));
        }
        if (filter.TargetKinds.Count > 0) incidents = incidents.HittingAny(db, filter.TargetKinds);
        if (filter.WatchlistId is { } watchlist)
        {
            var watched = db.Set<Watched>().Where(one => one.ViewId == watchlist);
            incidents = incidents.Where(i => watched.Any(one => one.PlaceId != null && one.PlaceId == i.PlaceId)
                || db.IncidentActors.Where(part => watched.Any(one => one.ActorId == (Guid?)part.ActorId)).Select(part => part.IncidentId).Contains(i.Id));
        }
        if (filter.SourceId is { } source)
        {
            incidents = incidents.Where(i => i.Reports.Any(report => report.SupersededAt == null
                && db.Articles.Any(article => article.Id == report.ArticleId && article.SourceId == source)));
        }
        if (filter.WithoutToll) incidents = incidents.Where(i => i.Killed.Low == null && i.Killed.Best == null && i.Killed.High == null);
        if (filter.InConflict) incidents = incidents.Where(i => i.HasConflict);
        incidents = Measured(db, incidents, filter);
        return search is null ? incidents : incidents.Where(i => IncidentWords.AreSaidOf(i.Id, search));
    }

    /// <summary>In the order of the timeline, those that come after one; null begins at the newest.</summary>
    public static IQueryable<Incident> PageAfter(this IQueryable<Incident> incidents, TimelineCursor? after, int size)
    {
        if (after is { } cursor)
        {
            incidents = incidents.Where(i => EF.Functions.LessThan(
                ValueTuple.Create(i.TimelineDate, i.Id), ValueTuple.Create(cursor.Date, cursor.Id)));
        }
        return incidents.OrderByDescending(i => i.TimelineDate).ThenByDescending(i => i.Id).Take(size);
    }

    /// <summary>The places of a part of the world.</summary>
    public static IQueryable<Place> In(this IQueryable<Place> places, GeoBox box)
    {
        places = places.Where(place => place.Latitude >= box.South && place.Latitude <= box.North);
        return box.West <= box.East
            ? places.Where(place => place.Longitude >= box.West && place.Longitude <= box.East)
            : places.Where(place => place.Longitude >= box.West || place.Longitude <= box.East);
    }

    private static Expression<Func<Incident, bool>> AsPreciseAs(PlacePrecision precision)
    {
        var asPrecise = Enum.GetValues<PlacePrecision>().Where(other => other <= precision).Cast<PlacePrecision?>().ToList();
        return i => asPrecise.Contains(i.PlacePrecision);
    }

    private static IQueryable<Incident> OfTypes(IQueryable<Incident> incidents, TimelineFilter filter)
    {
        if (filter is { SubEventTypes: [], EventTypes: [var type] }) return incidents.Where(i => i.EventType == type);
        if (filter.SubEventTypes.Count == 0) return filter.EventTypes.Count == 0 ? incidents : incidents.Where(i => filter.EventTypes.Contains(i.EventType));
        var whole = filter.EventTypes.Except(filter.SubEventTypes.Select(EventTypology.TypeOf)).ToList();
        return whole.Count == 0
            ? incidents.Where(i => filter.SubEventTypes.Contains(i.SubEventType))
            : incidents.Where(i => whole.Contains(i.EventType) || filter.SubEventTypes.Contains(i.SubEventType));
    }

    private static IQueryable<Incident> Measured(BorderWatchDbContext db, IQueryable<Incident> incidents, TimelineFilter filter)
    {
        if (filter.Killed?.AtLeast is { } killed) incidents = incidents.Where(i => (i.Killed.Best ?? i.Killed.Low) >= killed);
        if (filter.Killed?.AtMost is { } notKilled) incidents = incidents.Where(i => (i.Killed.Best ?? i.Killed.High ?? i.Killed.Low) <= notKilled);
        if (filter.Injured?.AtLeast is { } injured) incidents = incidents.Where(i => (i.Injured.Best ?? i.Injured.Low) >= injured);
        if (filter.Injured?.AtMost is { } notInjured) incidents = incidents.Where(i => (i.Injured.Best ?? i.Injured.High ?? i.Injured.Low) <= notInjured);
        if (filter.Abducted?.AtLeast is { } abducted) incidents = incidents.Where(i => (i.Abducted.Best ?? i.Abducted.Low) >= abducted);
        if (filter.Abducted?.AtMost is { } notAbducted) incidents = incidents.Where(i => (i.Abducted.Best ?? i.Abducted.High ?? i.Abducted.Low) <= notAbducted);
        if (filter.Weapon is { } weapon) incidents = incidents.Where(i => i.Weapon != null && i.Weapon.ToLower() == weapon.ToLower());
        if (filter.Precision is { } precision) incidents = incidents.Where(AsPreciseAs(precision));
        if (filter.Confidence is { } confidence) incidents = incidents.Where(i => i.Confidence >= confidence);
        if (filter.IsDemo is { } isDemo) incidents = incidents.Where(i => i.IsDemo == isDemo);
        foreach (var tag in filter.Tags)
        {
            var meant = db.Meaning(tag);
            incidents = incidents.Where(i => i.Tags.Any(word => meant.Contains(word.Id)));
        }
        if (filter.ReportedAfter is { } moment) incidents = incidents.Where(i => i.FirstReportedAt > moment);
        return incidents;
    }

    /// <summary>
    /// What PostgreSQL is to search for, as a tsquery's text; null where the filter has no words. Asked before the search itself:
    /// the planner can then tell a frequent word, for which it walks the timeline, from a rare one, for which it takes the index.
    /// </summary>
    public static async Task<string?> SearchAsync(this BorderWatchDbContext db, TimelineFilter filter, CancellationToken cancellation) =>
        WordsOf(filter) is { } words ? await db.Database.SqlQuery<string>($"""SELECT search_query({words})::text AS "Value" """).SingleAsync(cancellation) : null;

    /// <summary>
    /// Asks for the words as they are written, and only where that gives nothing whether any incident says them at all and names like them are meant (<see cref="SearchAsync"/>).
    /// The answer is the same, and mostly it is there before the first question would have been answered.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="filter">What a reader asks for.</param>
    /// <param name="ask">Asks, given a tsquery's text; null where the filter has no words.</param>
    /// <param name="isNothing">True for an answer that no incident is in.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<T> SearchedAsync<T>(this BorderWatchDbContext db, TimelineFilter filter, Func<string?, Task<T>> ask, Func<T, bool> isNothing, CancellationToken cancellation)
    {
        if (WordsOf(filter) is not { } words) return await ask(null);
        var written = await db.Database.SqlQuery<string>($"""SELECT websearch_to_tsquery('public.borderwatch', {words})::text AS "Value" """).SingleAsync(cancellation);
        var answer = await ask(written);
        return isNothing(answer) && await db.SearchAsync(filter, cancellation) is { } meant && meant != written ? await ask(meant) : answer;
    }

    private static string? WordsOf(TimelineFilter filter) => filter.Text is { } text && text.Any(char.IsLetterOrDigit) ? StorableText.Of(text) : null;
}
