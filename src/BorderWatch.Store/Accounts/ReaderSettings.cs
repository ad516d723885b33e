namespace BorderWatch.Store.Accounts;

/// <summary>How somebody wants pages to speak to them. It changes no data: what is stored and exported is the same for everybody.</summary>
/// <param name="Language">The interface's language, a BCP 47 tag such as "fa"; null where the browser's wishes decide.</param>
/// <param name="TimeZone">The IANA name of the zone in which moments are shown; null for UTC.</param>
/// <param name="Dates">How days are written; null for <see cref="DateForm.Words"/>.</param>
public sealed record ReaderSettings(string? Language = null, string? TimeZone = null, DateForm? Dates = null)
{
    /// <summary>The longest tag or name of a zone, in characters.</summary>
    public const int Longest = 64;
}
