using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Datasets;

/// <summary>Takes incidents over from datasets of other projects, as reports of theirs: matched, derived and ruled like an outlet's.</summary>
public interface IDatasetImport
{
    /// <summary>
    /// Reads a CSV file of ACLED or UCDP GED, known by its columns. Each row is an article whose text is the row, and each value a quotation
    /// of it; a row that is here already is left alone, one that has changed is a new revision. A row that cannot be read is counted, told
    /// and left out. Each row is a transaction of its own: the same file again goes on where it was broken off. Needs <see cref="Permission.ManageSources"/>.
    /// </summary>
    /// <param name="csv">The file, UTF-8; commas, semicolons or tabs.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="progress">Told of every row; null where nobody watches.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    Task<DatasetResult> ImportAsync(Stream csv, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation);
}

/// <summary>What an import brought.</summary>
/// <param name="Dataset">Which dataset it was; null where the file is none that is known.</param>
/// <param name="Result">What came of its rows.</param>
/// <param name="Refused">The first rows that could not be read, each with its line and why; the result counts them all.</param>
public sealed record DatasetResult(string? Dataset, PollResult Result, IReadOnlyList<string> Refused)
{
    /// <summary>Why nothing more was taken over; null where the file was read to its end.</summary>
    public string? Error => Result.Error;
}
