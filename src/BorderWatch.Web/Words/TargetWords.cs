using BorderWatch.Store.Actors;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>What kind of target was hit.</summary>
public static class TargetWords
{
    /// <summary>As a heading or a row says it.</summary>
    public static string Of(TargetKind kind) => kind switch
    {
        TargetKind.ForeignNationals => Say.It("Foreign nationals"),
        TargetKind.AidWorkers => Say.It("Aid workers and convoys"),
        TargetKind.Mining => Say.It("Mines and miners"),
        TargetKind.Infrastructure => Say.It("Infrastructure"),
        TargetKind.Health => Say.It("Hospitals and health workers"),
        TargetKind.Education => Say.It("Schools, teachers and students"),
        TargetKind.Media => Say.It("Journalists and media"),
        TargetKind.Religion => Say.It("Clergy and houses of worship"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
