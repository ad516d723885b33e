using System.Collections.Concurrent;
using System.Globalization;

namespace BorderWatch.Web.Words;

/// <summary>Countries in English, as readers know them.</summary>
public static class CountryName
{
    private static readonly ConcurrentDictionary<string, string> s_names = new();

    /// <summary>The English name of an ISO 3166-1 alpha-2 code; the code itself where nobody knows it.</summary>
    public static string Of(string code) => code.Length != 2 ? code : s_names.GetOrAdd(code, static code =>
    {
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code; // Not a country that the system knows: the code is all that can honestly be shown.
        }
    });
}
