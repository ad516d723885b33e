namespace BorderWatch.Store.Desk;

/// <summary>How the desk does: what waits for how long, and who has done what today.</summary>
public interface IDeskDay
{
    /// <summary>How long a lane's incidents have waited.</summary>
    /// <param name="lane">Not <see cref="DeskLane.Duplicates"/> or <see cref="DeskLane.Mentions"/>.</param>
    /// <param name="reader">Whose <see cref="DeskLane.Assigned"/>; null for nobody's.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<LaneAge> AgeAsync(DeskLane lane, Guid? reader, CancellationToken cancellation);

    /// <summary>What each editor has ruled on since midnight UTC, what was undone left out; who did most first.</summary>
    Task<IReadOnlyList<EditorDay>> TodayAsync(CancellationToken cancellation);
}

/// <summary>How long incidents have waited.</summary>
/// <param name="Oldest">When the first report of the oldest arrived, UTC; null for an empty lane.</param>
/// <param name="OverADay">How many came more than 24 hours ago.</param>
public sealed record LaneAge(DateTimeOffset? Oldest, int OverADay);

/// <summary>An editor's day.</summary>
/// <param name="Name">As history shows it.</param>
/// <param name="Incidents">How many incidents they ruled on; each once, whatever was done to it.</param>
/// <param name="Confirmed">How many of them they confirmed.</param>
/// <param name="Rejected">How many they rejected.</param>
/// <param name="Corrected">How many they corrected a field of.</param>
public sealed record EditorDay(string Name, int Incidents, int Confirmed, int Rejected, int Corrected);
