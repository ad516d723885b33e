namespace BorderWatch.Store.Sources;

/// <summary>Reads the sources.</summary>
public interface ISourceQuery
{
    /// <summary>Every source by name, with what came of it.</summary>
    Task<IReadOnlyList<SourceView>> ListAsync(CancellationToken cancellation);

    /// <summary>Every source by name, with its last eight weeks and what is wrong with it.</summary>
    Task<IReadOnlyList<SourceHealth>> HealthAsync(CancellationToken cancellation);

    /// <summary>One source; null where there is none of that id.</summary>
    Task<SourceHealth?> HealthAsync(Guid sourceId, CancellationToken cancellation);
}

/// <summary>A source as the sources page shows it.</summary>
/// <param name="Source">The source.</param>
/// <param name="ArticleCount">How many articles it has brought.</param>
/// <param name="IncidentCount">How many incidents those report.</param>
/// <param name="LastArticleAt">When the newest article arrived, UTC; null where none did.</param>
public sealed record SourceView(Source Source, int ArticleCount, int IncidentCount, DateTimeOffset? LastArticleAt);
