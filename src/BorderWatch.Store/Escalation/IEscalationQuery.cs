using BorderWatch.Store.Regions;

namespace BorderWatch.Store.Escalation;

/// <summary>Holds a region's week against what its history lets expect, type by type.</summary>
public interface IEscalationQuery
{
    /// <summary>The seven days that end on a day; null where there is no such region.</summary>
    /// <param name="regionId">The region.</param>
    /// <param name="last">The last day, inclusive.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<EscalationReading?> ReadAsync(Guid regionId, DateOnly last, CancellationToken cancellation);

    /// <summary>On which days of a span a watch would have given notice, the earliest first; empty where there is no such region.</summary>
    /// <param name="regionId">The region.</param>
    /// <param name="eventTypes">Only these types; empty for all.</param>
    /// <param name="from">First day, inclusive.</param>
    /// <param name="to">Last day, inclusive.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<IReadOnlyList<(DateOnly Day, string EventType, RangeVerdict Verdict)>> PastAsync(Guid regionId, IReadOnlyList<string> eventTypes, DateOnly from, DateOnly to, CancellationToken cancellation);
}

/// <summary>A region's week beside its history.</summary>
/// <param name="Region">The region, its areas loaded.</param>
/// <param name="From">First day of the week, inclusive.</param>
/// <param name="To">Its last day.</param>
/// <param name="KnownSince">The day of the region's first incident; null where there is none.</param>
/// <param name="Coverage">Which outlets spoke in the week, and in the year before.</param>
/// <param name="Types">Every type that the region has had in three years, those above their range first.</param>
public sealed record EscalationReading(Region Region, DateOnly From, DateOnly To, DateOnly? KnownSince, Coverage Coverage, IReadOnlyList<TypeWeek> Types)
{
    /// <summary>True where so many more outlets were heard in the week than in the year before that more incidents say nothing.</summary>
    public bool IsNewlyCovered => Coverage.Misleads(Coverage.SpokeBefore);

    /// <summary>True where so few outlets were heard in the week that fewer incidents say nothing.</summary>
    public bool IsSilent => 2 * Coverage.SpokeNow < Coverage.SpokeBefore;

    /// <summary>What can be said of a type's week, its coverage considered.</summary>
    public RangeVerdict VerdictOf(TypeWeek week) => week.Expected?.Of(week.Count) switch
    {
        RangeVerdict.Above when !IsNewlyCovered => RangeVerdict.Above,
        RangeVerdict.Below when !IsSilent => RangeVerdict.Below,
        _ => RangeVerdict.Within,
    };
}

/// <summary>A type's week.</summary>
/// <param name="EventType">ACLED event type.</param>
/// <param name="Count">Incidents of the seven days.</param>
/// <param name="Expected">What was expected; null where too few weeks are known.</param>
public sealed record TypeWeek(string EventType, int Count, ExpectedWeek? Expected);
