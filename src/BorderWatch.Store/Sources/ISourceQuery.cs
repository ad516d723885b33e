namespace BorderWatch.Store.Sources;

/// <summary>Reads the sources.</summary>
public interface ISourceQuery
{
    /// <summary>Every source by name, with what came of it.</summary>
    Task<IReadOnlyList<SourceView>> ListAsync(CancellationToken cancellation);
}

/// <summary>A source as the sources page shows it.</summary>
/// <param name="Source">The source.</param>
/// <param name="ArticleCount">How many articles it has brought.</param>
/// <param name="IncidentCount">How many incidents those report.</param>
/// <param name="LastArticleAt">When the newest article arrived, UTC; null where none did.</param>
public sealed record SourceView(Source Source, int ArticleCount, int IncidentCount, DateTimeOffset? LastArticleAt);
