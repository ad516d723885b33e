namespace BorderWatch.Store.Incidents;

/// <summary>A number of people: at least, most likely, at most. All three null: no report says anything, which is not zero.</summary>
/// <param name="Low">At least so many; null where no report gives a lower bound.</param>
/// <param name="Best">The likeliest number; null where no report commits itself.</param>
/// <param name="High">At most so many; null where no report gives an upper bound.</param>
public sealed record CasualtyCount(int? Low, int? Best, int? High)
{
    /// <summary>No report says anything.</summary>
    public static CasualtyCount Unsaid => new(null, null, null);

    /// <summary>True where some report says something.</summary>
    public bool IsSaid => Low is not null || Best is not null || High is not null;
}
