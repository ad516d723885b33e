using BorderWatch.Store.Actors;

namespace BorderWatch.Web.Words;

/// <summary>What kind of target was hit.</summary>
public static class TargetWords
{
    /// <summary>As a heading or a row says it.</summary>
    public static string Of(TargetKind kind) => kind switch
    {
        TargetKind.ForeignNationals => "Foreign nationals",
        TargetKind.AidWorkers => "Aid workers and convoys",
        TargetKind.Mining => "Mines and miners",
        TargetKind.Infrastructure => "Infrastructure",
        TargetKind.Health => "Hospitals and health workers",
        TargetKind.Education => "Schools, teachers and students",
        TargetKind.Media => "Journalists and media",
        TargetKind.Religion => "Clergy and houses of worship",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
