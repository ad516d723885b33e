namespace BorderWatch.Extraction.Dates;

/// <summary>When an incident happened: the first and the last day that it can have been, both inclusive.</summary>
/// <param name="From">Null where nothing is known.</param>
/// <param name="To">Equal to <paramref name="From"/> where the day is known; null where nothing is known.</param>
/// <param name="Precision">How precisely the text tells.</param>
public readonly record struct OccurrencePeriod(DateOnly? From, DateOnly? To, TimePrecision Precision)
{
    /// <summary>Nothing is known.</summary>
    public static OccurrencePeriod Unknown { get; } = new(null, null, TimePrecision.Unknown);

    /// <summary>A single known day.</summary>
    public static OccurrencePeriod OnDay(DateOnly day) => new(day, day, TimePrecision.Day);
}
