using System.Globalization;

namespace BorderWatch.Store.Places;

/// <summary>Countries' names for readers.</summary>
public static class CountryName
{
    /// <summary>The English name of an ISO 3166-1 alpha-2 code; the code itself where the system knows no name for it.</summary>
    public static string Of(string code)
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code;
        }
    }
}
