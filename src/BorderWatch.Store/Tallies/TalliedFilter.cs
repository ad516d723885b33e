using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tallies;

/// <summary>The tallies that answer a filter, where it asks for nothing that they do not hold.</summary>
internal static class TalliedFilter
{
    /// <summary>How many incidents the filter shows, by day, type and country; null where it asks for more than these.</summary>
    public static IQueryable<DayTally>? DaysOf(this BorderWatchDbContext db, TimelineFilter filter)
    {
        if (!(filter with { From = null, To = null, EventTypes = [], Countries = [] }).IsEmpty) return null;
        var tallies = db.DayTallies.AsNoTracking();
        if (filter.From is { } from) tallies = tallies.Where(tally => tally.TimelineDate >= from);
        if (filter.To is { } to) tallies = tallies.Where(tally => tally.TimelineDate <= to);
        if (filter.EventTypes.Count > 0) tallies = tallies.Where(tally => filter.EventTypes.Contains(tally.EventType));
        if (filter.Countries.Count > 0) tallies = tallies.Where(tally => tally.CountryCode != null && filter.Countries.Contains(tally.CountryCode));
        return tallies;
    }

    /// <summary>What the filter shows at each place; null where it asks for more than places, their countries and types.</summary>
    public static IQueryable<SpotTally>? SpotsOf(this BorderWatchDbContext db, TimelineFilter filter)
    {
        if (!(filter with { EventTypes = [], Countries = [] }).IsEmpty) return null;
        var tallies = db.SpotTallies.AsNoTracking();
        if (filter.EventTypes.Count > 0) tallies = tallies.Where(tally => filter.EventTypes.Contains(tally.EventType));
        if (filter.Countries.Count > 0)
            tallies = tallies.Where(tally => db.Places.Any(place => place.Id == tally.PlaceId && place.CountryCode != null && filter.Countries.Contains(place.CountryCode)));
        return tallies;
    }
}
