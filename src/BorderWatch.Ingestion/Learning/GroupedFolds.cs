namespace BorderWatch.Ingestion.Learning;

/// <summary>Parts incidents into folds for cross-validation: each incident with all its reports in one, each label in all of them alike.</summary>
internal static class GroupedFolds
{
    /// <summary>So many.</summary>
    public const int Count = 5;

    /// <summary>The fold of each incident. The same for the same incidents, and not in the order of time: what happened in one week would stand together.</summary>
    public static IReadOnlyDictionary<Guid, int> Of(IEnumerable<(Guid Incident, string Label)> incidents) =>
        incidents.DistinctBy(i => i.Incident).GroupBy(i => i.Label, StringComparer.Ordinal).OrderBy(of => of.Key, StringComparer.Ordinal)
            .SelectMany(of => of.OrderBy(i => Scatter(i.Incident)).ThenBy(i => i.Incident)).Select((i, n) => (i.Incident, Fold: n % Count)).ToDictionary(i => i.Incident, i => i.Fold);

    // The end of a UUIDv7 is random.
    private static long Scatter(Guid id) => BitConverter.ToInt64(id.ToByteArray(), 8);
}
