namespace BorderWatch.Web.Regions;

/// <summary>A line of a ranking.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Count">In how many incidents.</param>
/// <param name="Link">Where these incidents are listed; null where no filter says exactly this.</param>
/// <param name="Trend">How the count went, oldest first; null where that is not shown.</param>
public sealed record RankRow(string Name, int Count, string? Link, IReadOnlyList<int>? Trend = null);
