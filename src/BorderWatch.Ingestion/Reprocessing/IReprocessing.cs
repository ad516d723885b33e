using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Reprocessing;

/// <summary>Runs the present extractor over stored articles. Needs <see cref="Permission.ManageSources"/>.</summary>
public interface IReprocessing
{
    /// <summary>Tells what would be different, and changes nothing.</summary>
    /// <param name="scope">Which articles.</param>
    /// <param name="by">Who.</param>
    /// <param name="seen">Told of every article, also of one without a difference; null where nobody watches.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    Task<ReprocessResult> CompareAsync(ReprocessScope scope, Caller by, IProgress<ArticleDifference>? seen, CancellationToken cancellation);

    /// <summary>
    /// Puts what the extractor says now in the place of what it said: each article in one transaction, its old reports superseded and kept,
    /// the incidents derived anew with their revisions. What editors ruled stays, and is shown to them again where it is contradicted.
    /// A run that was broken off is taken up where it stopped.
    /// </summary>
    /// <inheritdoc cref="CompareAsync" path="/param"/>
    Task<ReprocessResult> ApplyAsync(ReprocessScope scope, Caller by, IProgress<ArticleDifference>? seen, CancellationToken cancellation);
}

/// <summary>Which articles: all that were read, or those of a source, or of some days.</summary>
/// <param name="SourceId">Only this source's; null for all.</param>
/// <param name="From">Published on this day (UTC; where it is not dated, arrived) or later; null without a limit.</param>
/// <param name="To">Published on this day or earlier; null without a limit.</param>
public readonly record struct ReprocessScope(Guid? SourceId, DateOnly? From, DateOnly? To);

/// <summary>What a run came to.</summary>
/// <param name="Articles">How many articles were run over, in this run and in the one that it took up.</param>
/// <param name="Differing">How many of them differ.</param>
/// <param name="Appearing">Incidents that articles report now and did not; of this run.</param>
/// <param name="Vanishing">Incidents that they did report; of this run.</param>
/// <param name="Changing">Incidents of which they say something else; of this run.</param>
/// <param name="TakenUpAfter">How many articles an earlier run had done already; 0 where none was broken off.</param>
/// <param name="Error">Why nothing was run; null where it was.</param>
public sealed record ReprocessResult(int Articles, int Differing, int Appearing, int Vanishing, int Changing, int TakenUpAfter, string? Error);
