namespace BorderWatch.Web.Api;

/// <summary>How much a program may ask; section <c>Api</c> of the configuration.</summary>
public sealed class ApiOptions
{
    /// <summary>Requests a minute and caller.</summary>
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Tokens that are not taken, a minute and network address; beyond it no other is looked at until the minute is over.</summary>
    public int RefusedTokensPerMinute { get; set; } = 60;

    /// <summary>Files being written at one time, for all callers together; more wait.</summary>
    public int ExportsAtOnce { get; set; } = 4;
}
