namespace BorderWatch.Ingestion.Backfilling;

/// <summary>A page or text out of an archive.</summary>
/// <param name="Key">By which it is known again within the archive: its path or address.</param>
/// <param name="Address">Where it stood on the web; null where the archive does not say.</param>
/// <param name="ContentType">As its server said; null where nobody did.</param>
/// <param name="Body">Its bytes, unpacked.</param>
/// <param name="IsPage">True for HTML; false for plain text.</param>
/// <param name="Fault">Why its bytes cannot be had, in words; null where they can.</param>
internal sealed record ArchivedPage(string Key, string? Address, string? ContentType, byte[] Body, bool IsPage, string? Fault = null);
