namespace BorderWatch.Store.Actors;

/// <summary>A kind of target as addresses and searches write it.</summary>
public static class TargetKindName
{
    /// <summary>Every kind's name, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<TargetKind>().Select(Of)];

    /// <summary>"aid-workers".</summary>
    public static string Of(TargetKind kind) => kind switch
    {
        TargetKind.ForeignNationals => "foreign-nationals",
        TargetKind.AidWorkers => "aid-workers",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The kind of that name, case aside; null where there is none.</summary>
    public static TargetKind? Parse(string name) =>
        Enum.GetValues<TargetKind>().Where(kind => Of(kind).Equals(name, StringComparison.OrdinalIgnoreCase)).Select(kind => (TargetKind?)kind).FirstOrDefault();
}
