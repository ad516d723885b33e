namespace BorderWatch.Store.Accounts;

/// <summary>From where somebody asks.</summary>
/// <param name="RemoteAddress">The network address; null where it is not known.</param>
/// <param name="UserAgent">What the browser calls itself, at most <see cref="LongestUserAgent"/> characters, without control characters; null where it says nothing.</param>
public sealed record Origin(string? RemoteAddress, string? UserAgent)
{
    /// <summary>More of a user agent is cut off.</summary>
    public const int LongestUserAgent = 200;

    /// <summary>Takes what a request says, which may be anything, down to what is kept.</summary>
    public static Origin Of(string? remoteAddress, string? userAgent)
    {
        var words = new string([.. (userAgent ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(LongestUserAgent)]);
        return new(remoteAddress, words.Length == 0 ? null : words);
    }
}
