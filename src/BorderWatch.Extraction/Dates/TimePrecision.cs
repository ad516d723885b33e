namespace BorderWatch.Extraction.Dates;

/// <summary>How precisely a date is known.</summary>
public enum TimePrecision
{
    /// <summary>The day is known.</summary>
    Day,

    /// <summary>The week is known.</summary>
    Week,

    /// <summary>The month is known.</summary>
    Month,

    /// <summary>The year is known.</summary>
    Year,

    /// <summary>Nothing is known but what the day of publication bounds.</summary>
    Unknown,
}
