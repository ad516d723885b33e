using System.Collections.Concurrent;
using System.Globalization;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>Countries as readers know them.</summary>
public static class CountryName
{
    private static readonly ConcurrentDictionary<(string Language, string Code), string> s_names = new();

    /// <summary>The name of an ISO 3166-1 alpha-2 code in the reader's language; the code itself where the system knows no name for it.</summary>
    public static string Of(string code) => Language.Current is var language && language == Language.English
        ? Store.Places.CountryName.Of(code)
        : s_names.GetOrAdd((language.Tag, code), static key => Find(key.Language, key.Code));

    private static string Find(string language, string code)
    {
        if (code.Length != 2) return code;
        try
        {
            return new RegionInfo($"{language}-{code}").NativeName;
        }
        catch (ArgumentException)
        {
            return Store.Places.CountryName.Of(code);
        }
    }
}
