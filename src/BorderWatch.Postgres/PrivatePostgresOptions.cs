namespace BorderWatch.Postgres;

/// <summary>How the private server is to run.</summary>
public sealed record PrivatePostgresOptions
{
    /// <summary>
    /// True: what is committed survives a power cut. False is for tests, whose database nobody will miss.
    /// </summary>
    public bool SurvivesPowerCut { get; init; } = true;

    /// <summary>How long a clean stop may take before the server is told to stop at once (the next start then recovers).</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(30);
}
