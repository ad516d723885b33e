namespace BorderWatch.Extraction.Dates;

/// <summary>What a date in a text is for.</summary>
[Flags]
public enum DateFlags
{
    /// <summary>A date on which something may have happened.</summary>
    None = 0,

    /// <summary>The day on which the report was filed (dateline, release header), not the day of the incident.</summary>
    Filing = 1,

    /// <summary>Plainly older than the news: "last year", "in 2009", "since March".</summary>
    Background = 2,

    /// <summary>A stretch or a habit, not an occasion: "every Friday", "for three weeks", "since Monday".</summary>
    Duration = 4,

    /// <summary>When somebody spoke, not when it happened: "said on Monday", "told reporters on Tuesday".</summary>
    Speech = 8,

    /// <summary>After the publication: planned, scheduled.</summary>
    Future = 16,

    /// <summary>Reckoned from the publication ("on Friday", "yesterday"); without the flag the text writes the date out.</summary>
    Relative = 32,
}
