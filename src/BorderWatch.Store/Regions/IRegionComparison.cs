namespace BorderWatch.Store.Regions;

/// <summary>Reads regions and periods side by side. What cannot be found is left out.</summary>
public interface IRegionComparison
{
    /// <summary>Several regions in one period, and in a second one where it is asked for; in the order of the ids.</summary>
    /// <param name="regions">Which regions.</param>
    /// <param name="now">The period.</param>
    /// <param name="then">The days to hold it against; null for none.</param>
    /// <param name="cancellation">Cancels the queries.</param>
    Task<RegionComparison> CompareAsync(IReadOnlyList<Guid> regions, DaySpan now, DaySpan? then, CancellationToken cancellation);

    /// <summary>A region's days of a calendar year; null where there is no such region.</summary>
    /// <param name="region">The region.</param>
    /// <param name="year">1 to 9999.</param>
    /// <param name="cancellation">Cancels the queries.</param>
    Task<RegionCalendar?> CalendarAsync(Guid region, int year, CancellationToken cancellation);
}

/// <summary>Regions side by side.</summary>
/// <param name="Regions">As they were asked for.</param>
/// <param name="Coverage">Which outlets spoke; as of the year before stands what is known of the second period.</param>
public sealed record RegionComparison(IReadOnlyList<ComparedRegion> Regions, Coverage Coverage);

/// <summary>One region of a comparison.</summary>
/// <param name="Region">The region, its areas loaded.</param>
/// <param name="Now">The period.</param>
/// <param name="Then">The second period; null where none is asked for.</param>
/// <param name="Change">Whether the change between the two is more than chance would bring; null where there is no second period, or it is not about as long.</param>
/// <param name="Actors">Everybody who took part in the period, and in which roles.</param>
public sealed record ComparedRegion(Region Region, ComparedPeriod Now, ComparedPeriod? Then, CountComparison? Change, IReadOnlyList<ActorRoles> Actors);

/// <summary>A period of a comparison.</summary>
/// <param name="Days">Its days.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Trend">As of a summary, of this period alone.</param>
public sealed record ComparedPeriod(DaySpan Days, PeriodFigures Figures, IReadOnlyList<TrendCount> Trend);

/// <summary>In how many incidents somebody took part in exactly these roles.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">Its canonical name.</param>
/// <param name="Roles">Its roles in these incidents, at least one.</param>
/// <param name="Count">How many incidents.</param>
public sealed record ActorRoles(Guid Id, string Name, IReadOnlyList<Actors.ActorRole> Roles, int Count);

/// <summary>How many incidents a region had on each day of a year.</summary>
/// <param name="Region">The region, its areas loaded.</param>
/// <param name="Year">The year.</param>
/// <param name="Days">The days that have incidents.</param>
/// <param name="KnownSince">The day of the region's first incident of all; null where none is known.</param>
public sealed record RegionCalendar(Region Region, int Year, IReadOnlyDictionary<DateOnly, int> Days, DateOnly? KnownSince);
