using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Backfills;

namespace BorderWatch.Ingestion.Backfilling;

/// <summary>Takes in an outlet's articles from a folder or a web archive on this machine.</summary>
public interface IArchiveImport
{
    /// <summary>
    /// Reads a folder of HTML and text files, or a WARC file. Each file is taken in by itself: the same call again goes on where it was broken
    /// off. What has no date of its own (a page's, or one in the file's name: "2025-11-26 …") is told and left out, because its "on Friday"
    /// could not be dated. Needs <see cref="Permission.ManageSources"/>.
    /// </summary>
    /// <param name="path">The folder or file.</param>
    /// <param name="outlet">The outlet's name; made a source where there is none of that name.</param>
    /// <param name="countryCode">The outlet's home country, ISO 3166-1 alpha-2, for a new source; null where it has none.</param>
    /// <param name="from">Only what was published on this day (UTC) or later; null without a limit.</param>
    /// <param name="to">Only what was published on this day (UTC) or earlier; null without a limit.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="progress">Told of every article; null where nobody watches.</param>
    /// <param name="cancellation">Stops between two articles.</param>
    Task<ArchiveResult> ImportAsync(
        string path, string outlet, string? countryCode, DateOnly? from, DateOnly? to, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation);
}

/// <summary>What an import brought.</summary>
/// <param name="Progress">How it stands; null where it was refused.</param>
/// <param name="NewIncidents">Incidents founded by this call.</param>
/// <param name="NewReports">Reports of this call that joined an incident that was here.</param>
/// <param name="Error">What went wrong, in words that say what to do; null where it came to its end.</param>
public sealed record ArchiveResult(BackfillProgress? Progress, int NewIncidents, int NewReports, string? Error);
