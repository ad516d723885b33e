namespace BorderWatch.Store.Opinions;

/// <summary>One time that the model was asked. Written before anything is sent, with what it can cost at most: so processes share a day's limit, and a crash forgets none of it.</summary>
public sealed class OpinionCall
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>About what.</summary>
    public Guid OpinionId { get; init; }

    /// <summary>When, UTC; the day of this moment is charged.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it ended, UTC; null while it runs, and where its process died.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>True where an answer came that could be read.</summary>
    public bool Succeeded { get; set; }

    /// <summary>What came of it, in words; null while it runs.</summary>
    public string? Outcome { get; set; }

    /// <summary>Tokens that are charged to the day: the most that it can be until the endpoint says how many they were.</summary>
    public long Tokens { get; set; }

    /// <summary>What is charged to the day, in the configured currency, likewise.</summary>
    public decimal Cost { get; set; }

    /// <summary>Until when the endpoint is left alone after this, UTC; null where it is not.</summary>
    public DateTimeOffset? RestUntil { get; set; }
}
