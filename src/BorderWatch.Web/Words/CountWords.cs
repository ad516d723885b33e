using System.Globalization;

namespace BorderWatch.Web.Words;

/// <summary>Numbers with their noun.</summary>
public static class CountWords
{
    /// <summary>"1 report", "1,204 reports".</summary>
    public static string Of(int count, string singular, string? plural = null) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? singular : plural ?? singular + "s")}";
}
