namespace BorderWatch.Store.Sources;

/// <summary>How a source does, over the last eight weeks.</summary>
/// <param name="View">The source, with what came of it in all.</param>
/// <param name="Weeks">The last <see cref="WeekCount"/> times seven days, the oldest first, today's last.</param>
/// <param name="Confirmed">How many of the incidents that it reports an editor has confirmed.</param>
/// <param name="Reviewed">How many of them an editor has confirmed or rejected.</param>
/// <param name="Trouble">What is wrong with it; null where nothing is.</param>
public sealed record SourceHealth(SourceView View, IReadOnlyList<SourceWeek> Weeks, int Confirmed, int Reviewed, SourceTrouble? Trouble)
{
    /// <summary>How far back it is looked.</summary>
    public const int WeekCount = 8;
}

/// <summary>What a source brought in seven days.</summary>
/// <param name="Articles">Articles that arrived.</param>
/// <param name="Incidents">Incidents that its reports of these days tell of.</param>
public readonly record struct SourceWeek(int Articles, int Incidents);
