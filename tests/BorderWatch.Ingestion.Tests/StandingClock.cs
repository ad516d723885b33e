namespace BorderWatch.Ingestion.Tests;

/// <summary>Shows the time that a test gives it, while waits and limits pass as they do in the world.</summary>
public sealed class StandingClock(DateTimeOffset shows) : TimeProvider
{
    public DateTimeOffset Shows { get; set; } = shows;

    public override DateTimeOffset GetUtcNow() => Shows;
}
