using System.Globalization;

namespace BorderWatch.Extraction.Assembly;

/// <summary>English names of countries.</summary>
internal static class Countries
{
    /// <summary>The English name of an ISO 3166-1 alpha-2 code; the code itself where the system does not know it.</summary>
    public static string NameOf(string code)
    {
        try { return new RegionInfo(code).EnglishName; }
        catch (ArgumentException) { return code; }
    }
}
