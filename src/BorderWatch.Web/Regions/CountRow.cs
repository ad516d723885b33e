namespace BorderWatch.Web.Regions;

/// <summary>Something counted in a period, in the period before, and in the same days a year before.</summary>
/// <param name="Name">What.</param>
/// <param name="EventType">The event type whose mark stands before the name; null where it is none.</param>
/// <param name="Trend">Over the period's steps, oldest first; empty where that is not shown.</param>
/// <param name="Now">In the period.</param>
/// <param name="Before">In the period before.</param>
/// <param name="Year">A year before.</param>
public sealed record CountRow(string Name, string? EventType, IReadOnlyList<int> Trend, LinkedCount Now, LinkedCount Before, LinkedCount Year);

/// <summary>A count, and where the incidents behind it are listed.</summary>
public readonly record struct LinkedCount(int Count, string Href);
