using System.Globalization;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>Numbers with their noun.</summary>
public static class CountWords
{
    /// <summary>"1 report", "1,204 reports". In Persian a noun after a number stays singular; it is looked up among the names.</summary>
    public static string Of(int count, string singular, string? plural = null) =>
        Language.Current == Language.English
            ? $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? singular : plural ?? singular + "s")}"
            : $"{count.ToString("N0", CultureInfo.InvariantCulture)} {Say.Name(singular)}";
}
