namespace BorderWatch.Ingestion.Fetching;

/// <summary>What a fetch gave.</summary>
public abstract record FetchResult
{
    private FetchResult() { }

    /// <summary>A body came.</summary>
    /// <param name="Body">Decompressed.</param>
    /// <param name="ContentType">As the server sent it; null where it sent none.</param>
    /// <param name="Address">Where it came from in the end, after redirects.</param>
    /// <param name="ETag">Null where the server sent none.</param>
    /// <param name="LastModified">As sent; null where the server sent none.</param>
    public sealed record Fetched(byte[] Body, string? ContentType, string Address, string? ETag, string? LastModified) : FetchResult;

    /// <summary>The server says that nothing has changed since the last time (304).</summary>
    public sealed record NotModified : FetchResult;

    /// <summary>It could not be had.</summary>
    /// <param name="Error">What went wrong and what to do, in one sentence.</param>
    /// <param name="MayPass">True where trying again later may help: a server's fault, a broken connection, a time limit.</param>
    /// <param name="RetryAfter">How long the server asks to wait; null where it does not say.</param>
    public sealed record Failed(string Error, bool MayPass = false, TimeSpan? RetryAfter = null) : FetchResult;
}
