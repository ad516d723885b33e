using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Fetching;
using BorderWatch.Store.Sources;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Scheduling;

/// <summary>What a source's feed gave: a feed, nothing new, or the reason why not.</summary>
/// <param name="Feed">Null where nothing is new or it failed.</param>
/// <param name="Error">Null where it went well.</param>
/// <param name="ETag">For the next poll; null where the server sent none.</param>
/// <param name="LastModified">For the next poll; null where the server sent none.</param>
internal sealed record FeedAnswer(Feed? Feed, string? Error = null, string? ETag = null, string? LastModified = null)
{
    /// <summary>The feed as it was fetched; null where nothing was.</summary>
    public RawBytes? Raw { get; init; }
}

/// <summary>Gets a source's feed: over HTTP, or from a file that somebody with the right to add sources has named.</summary>
internal sealed class FeedSource(Fetcher fetcher, IOptions<FetchingOptions> options)
{
    /// <summary>Asks the source for its feed. A failure is a sentence.</summary>
    public async Task<FeedAnswer> AskAsync(Source source, CancellationToken cancellation)
    {
        var address = source.FeedUrl!;
        if (Path.IsPathFullyQualified(address)) return await FromFileAsync(address, cancellation);
        return await fetcher.FetchAsync(address, source.ETag, source.LastModified, cancellation) switch
        {
            FetchResult.NotModified => new FeedAnswer(null, null, source.ETag, source.LastModified),
            FetchResult.Failed failed => new FeedAnswer(null, failed.Error),
            FetchResult.Fetched fetched => Read(fetched),
            _ => throw new InvalidOperationException("A fetch has three outcomes."),
        };
    }

    private static FeedAnswer Read(FetchResult.Fetched fetched)
    {
        var reading = FeedReader.Read(fetched.Body, fetched.ContentType, fetched.Address);
        return new FeedAnswer(reading.Feed, reading.Error, fetched.ETag, fetched.LastModified) { Raw = new RawBytes(fetched.Address, fetched.ContentType, fetched.Body) };
    }

    private async Task<FeedAnswer> FromFileAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) return new FeedAnswer(null, $"There is no file {path} on the server.");
            if (file.Length > options.Value.MostBytes) return new FeedAnswer(null, $"The file is larger than {options.Value.MostBytes / (1024 * 1024.0):0.#} MB.");
            var reading = FeedReader.Read(await File.ReadAllBytesAsync(path, cancellation));
            return new FeedAnswer(reading.Feed, reading.Error);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new FeedAnswer(null, $"The file {path} cannot be read: {fault.Message}");
        }
    }
}
