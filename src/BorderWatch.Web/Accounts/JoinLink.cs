namespace BorderWatch.Web.Accounts;

/// <summary>Where a one-time link leads.</summary>
internal static class JoinLink
{
    /// <summary>The path, with the secret.</summary>
    public static string Path(string secret) => $"/join/{secret}";
}
