using BorderWatch.Store.Regions;

namespace BorderWatch.Web.Regions;

/// <summary>One region in one period: a column of the comparison.</summary>
/// <param name="Region">The region.</param>
/// <param name="Period">The period and its figures.</param>
/// <param name="IsThen">True where it is the second period.</param>
public sealed record CompareColumn(ComparedRegion Region, ComparedPeriod Period, bool IsThen)
{
    /// <summary>The period's figures.</summary>
    public PeriodFigures Figures => Period.Figures;

    /// <summary>Where they can be checked.</summary>
    public RegionLinks Links => new(Region.Region.Id, Period.Days.From, Period.Days.To);

    /// <summary>How many incidents of a type.</summary>
    public int Of(string eventType) => Figures.ByType.FirstOrDefault(count => count.Name == eventType)?.Count ?? 0;

    /// <summary>Every region, its second period after its first.</summary>
    public static IReadOnlyList<CompareColumn> Of(RegionComparison comparison) =>
        [.. comparison.Regions.SelectMany(region => region.Then is { } then ? new CompareColumn[] { new(region, region.Now, false), new(region, then, true) } : [new(region, region.Now, false)])];
}
