namespace BorderWatch.Web.Incidents;

/// <summary>Addresses that came with an article: only those of the web become links.</summary>
public static class SafeLink
{
    /// <summary>The address where it is http or https and absolute, else null.</summary>
    public static string? Of(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;
}
