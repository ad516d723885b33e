namespace BorderWatch.Web.Accounts;

/// <summary>Addresses of this site that come with a request, and may be forged.</summary>
public static class LocalAddress
{
    /// <summary>The address where it is a path of this site; else the timeline's. <c>//host</c> and <c>/\host</c> are other sites'.</summary>
    public static string Or(string? to) =>
        to is ['/', ..] and not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) && !to.StartsWith(SessionCookie.SignInPath, StringComparison.OrdinalIgnoreCase) ? to : "/";

    /// <summary>Where to sign in to come back to a page.</summary>
    /// <param name="uri">The page's absolute address.</param>
    /// <param name="baseUri">The site's, ending with a slash.</param>
    public static string SignInFor(string uri, string baseUri)
    {
        var path = uri.StartsWith(baseUri, StringComparison.Ordinal) ? $"/{uri[baseUri.Length..]}" : "/";
        return path == "/" ? SessionCookie.SignInPath : $"{SessionCookie.SignInPath}?to={Uri.EscapeDataString(path)}";
    }
}
