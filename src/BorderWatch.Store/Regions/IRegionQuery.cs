using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Regions;

/// <summary>Reads regions and what happened in them.</summary>
public interface IRegionQuery
{
    /// <summary>Every region by name, its parts loaded.</summary>
    Task<IReadOnlyList<Region>> ListAsync(CancellationToken cancellation);

    /// <summary>What happened in a region in a period, against the period of the same length just before it; null where there is no such region.</summary>
    /// <param name="regionId">The region.</param>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="to">Last day, inclusive.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<RegionSummary?> SummariseAsync(Guid regionId, DateOnly from, DateOnly to, CancellationToken cancellation);

    /// <summary>The countries and provinces that incidents have been reported from, by country and name; the choice when a region is made.</summary>
    Task<IReadOnlyList<AreaCount>> AreasAsync(CancellationToken cancellation);

    /// <summary>The districts that incidents have been reported from, by country, province and name.</summary>
    Task<IReadOnlyList<DistrictCount>> DistrictsAsync(CancellationToken cancellation);
}

/// <summary>A region in a period. Rejected incidents are not counted; an incident counts by its timeline date.</summary>
/// <param name="Region">The region, its areas loaded.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Now">The period's figures.</param>
/// <param name="Before">The figures of the period just before, of the same length.</param>
/// <param name="YearBefore">The figures of the same days a year before.</param>
/// <param name="Trend">Counts by step of time and type, over the period before and this one, oldest first; every step has every type that occurs in either period, with zero where it has none.</param>
/// <param name="Change">Whether the change from the period before is more than chance would bring.</param>
/// <param name="ChangeOverYear">The same against the year before.</param>
/// <param name="Firsts">What this period has and no earlier incident of the region had.</param>
/// <param name="Coverage">Which outlets spoke, without which no change of a count means anything.</param>
/// <param name="Areas">The provinces (or countries, where no province is known) with most incidents, at most ten.</param>
/// <param name="Perpetrators">Who is said to have done most, at most ten.</param>
/// <param name="Targets">Who or what was hit most, at most ten.</param>
/// <param name="Gravest">The incidents with most people killed, at most ten.</param>
/// <param name="ActorTrends">When the perpetrators and targets took part.</param>
/// <param name="TargetKinds">Which kinds of target were hit in any of the three periods, and how often.</param>
public sealed record RegionSummary(
    Region Region, DateOnly From, DateOnly To, PeriodFigures Now, PeriodFigures Before, PeriodFigures YearBefore,
    IReadOnlyList<TrendCount> Trend, CountComparison Change, CountComparison ChangeOverYear, RegionFirsts Firsts, Coverage Coverage,
    IReadOnlyList<AreaCount> Areas, IReadOnlyList<ActorCount> Perpetrators, IReadOnlyList<ActorCount> Targets, IReadOnlyList<Timeline.TimelineRow> Gravest,
    ActorTrends ActorTrends, IReadOnlyList<TargetCount> TargetKinds);

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
/// <param name="Unreviewed">Incidents that no editor has confirmed.</param>
public sealed record PeriodFigures(
    int Incidents, IReadOnlyList<NamedCount> ByType, CasualtyCount Killed, CasualtyCount Injured, CasualtyCount Abducted,
    int WithoutToll, int InConflict, int Unreviewed);

/// <summary>A name and how often.</summary>
public sealed record NamedCount(string Name, int Count);

/// <summary>How many incidents a province has.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Admin1">The province's name as places carry it; null for the incidents of the country of which no province is known.</param>
/// <param name="Count">How many.</param>
public sealed record AreaCount(string CountryCode, string? Admin1, int Count);

/// <summary>How many incidents a district has.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Admin1">Its province's name as places carry it.</param>
/// <param name="Admin2">Its own.</param>
/// <param name="Count">How many.</param>
public sealed record DistrictCount(string CountryCode, string Admin1, string Admin2, int Count);

/// <summary>In how many incidents somebody took part.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">Its canonical name.</param>
/// <param name="Count">How many.</param>
public sealed record ActorCount(Guid Id, string Name, int Count);

/// <summary>What a period has that no earlier incident of its region had, as far as this installation knows.</summary>
/// <param name="KnownSince">The day of the region's first incident before the period; null where there is none, so that nothing can be called new.</param>
/// <param name="Actors">Named groups, forces and agencies, in most incidents first, at most ten.</param>
/// <param name="Weapons">Weapons, in most incidents first, at most ten.</param>
/// <param name="Areas">Provinces, with most incidents first, at most ten.</param>
public sealed record RegionFirsts(DateOnly? KnownSince, IReadOnlyList<ActorCount> Actors, IReadOnlyList<NamedCount> Weapons, IReadOnlyList<AreaCount> Areas);

/// <summary>How many outlets spoke, of everything and not of this region alone: a silent outlet is no sign of peace.</summary>
/// <param name="Outlets">All that are there today, switched-off ones left out.</param>
/// <param name="SpokeNow">Those of which an article of this period is here.</param>
/// <param name="SpokeBefore">Those of which an article of the period before is here.</param>
/// <param name="SpokeYearBefore">Those of which an article of the same days a year before is here.</param>
/// <param name="Failing">Those whose last poll failed.</param>
public sealed record Coverage(int Outlets, int SpokeNow, int SpokeBefore, int SpokeYearBefore, IReadOnlyList<string> Failing)
{
    /// <summary>True where so many fewer outlets were heard then that a comparison says more of coverage than of the region.</summary>
    public bool Misleads(int spokeThen) => 2 * spokeThen < SpokeNow;
}
