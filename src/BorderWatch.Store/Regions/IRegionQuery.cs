using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Regions;

/// <summary>Reads regions and what happened in them.</summary>
public interface IRegionQuery
{
    /// <summary>Every region by name, its areas loaded.</summary>
    Task<IReadOnlyList<Region>> ListAsync(CancellationToken cancellation);

    /// <summary>What happened in a region in a period, against the period of the same length just before it; null where there is no such region.</summary>
    /// <param name="regionId">The region.</param>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="to">Last day, inclusive.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<RegionSummary?> SummariseAsync(Guid regionId, DateOnly from, DateOnly to, CancellationToken cancellation);

    /// <summary>The countries and provinces that incidents have been reported from, by country and name; the choice when a region is made.</summary>
    Task<IReadOnlyList<AreaCount>> AreasAsync(CancellationToken cancellation);
}

/// <summary>A region in a period. Rejected incidents are not counted; an incident counts by its timeline date.</summary>
/// <param name="Region">The region, its areas loaded.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Now">The period's figures.</param>
/// <param name="Before">The figures of the period just before, of the same length.</param>
/// <param name="ByMonth">Counts by calendar month and type, over this period and the one before, oldest first; every month has every type that occurs in either period, with zero where it has none. The first and last month count only the days that belong to the periods.</param>
/// <param name="Areas">The provinces (or countries, where no province is known) with most incidents, at most ten.</param>
/// <param name="Actors">The actors in most incidents, at most ten.</param>
/// <param name="Gravest">The incidents with most people killed, at most ten.</param>
public sealed record RegionSummary(
    Region Region, DateOnly From, DateOnly To, PeriodFigures Now, PeriodFigures Before,
    IReadOnlyList<MonthCount> ByMonth, IReadOnlyList<AreaCount> Areas, IReadOnlyList<ActorCount> Actors,
    IReadOnlyList<Timeline.TimelineRow> Gravest);

/// <summary>
/// A period's figures. Casualty sums add up what is said: an incident without a best adds its low to the best sum; the high sum
/// is null as soon as one incident that has a toll gives no upper bound, since nothing then bounds the sum. All three are null
/// where no incident says anything, which is not zero. What nobody counted is told by <paramref name="WithoutToll"/>.
/// </summary>
/// <param name="Incidents">How many.</param>
/// <param name="ByType">How many of each ACLED event type.</param>
/// <param name="Killed">Sum over the incidents.</param>
/// <param name="Injured">Sum over the incidents.</param>
/// <param name="Abducted">Sum over the incidents.</param>
/// <param name="WithoutToll">Incidents of which no report says whether anybody was killed.</param>
/// <param name="InConflict">Incidents whose reports contradict each other.</param>
public sealed record PeriodFigures(
    int Incidents, IReadOnlyList<NamedCount> ByType, CasualtyCount Killed, CasualtyCount Injured, CasualtyCount Abducted,
    int WithoutToll, int InConflict);

/// <summary>A name and how often.</summary>
public sealed record NamedCount(string Name, int Count);

/// <summary>How many incidents a province has.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Admin1">The province's name as places carry it; null for the incidents of the country of which no province is known.</param>
/// <param name="Count">How many.</param>
public sealed record AreaCount(string CountryCode, string? Admin1, int Count);

/// <summary>In how many incidents somebody took part.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">Its canonical name.</param>
/// <param name="Count">How many.</param>
public sealed record ActorCount(Guid Id, string Name, int Count);

/// <summary>How many incidents of a type a month has.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="EventType">ACLED event type.</param>
/// <param name="Count">How many, of those days of the month that belong to the period.</param>
/// <param name="IsBefore">True where it counts for the period before. The month in which the two periods meet comes once for each.</param>
public sealed record MonthCount(DateOnly Month, string EventType, int Count, bool IsBefore);
