using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using BorderWatch.Store.Search;

namespace BorderWatch.Store.Places;

/// <summary>Countries' names for readers.</summary>
public static class CountryName
{
    // What news calls countries that the system's table of names calls otherwise.
    private static readonly FrozenDictionary<string, string> s_inNews = new Dictionary<string, string>
    {
        ["BA"] = "Bosnia and Herzegovina",
        ["CD"] = "Democratic Republic of the Congo",
        ["CG"] = "Republic of the Congo",
        ["CI"] = "Ivory Coast",
        ["CZ"] = "Czech Republic",
        ["EH"] = "Western Sahara",
        ["HK"] = "Hong Kong",
        ["MM"] = "Myanmar",
        ["PS"] = "Palestine",
        ["TL"] = "East Timor",
    }.ToFrozenDictionary();

    private static readonly ConcurrentDictionary<string, string> s_names = new();

    private static readonly Lazy<IReadOnlyList<(string Code, string Name)>> s_all = new(() =>
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => new RegionInfo(culture.Name))
            .Where(region => region.TwoLetterISORegionName.Length == 2 && region.TwoLetterISORegionName.All(char.IsAsciiLetterUpper))
            .Select(region => (Code: region.TwoLetterISORegionName, Name: Of(region.TwoLetterISORegionName)))
            .DistinctBy(country => country.Code)
            .OrderBy(country => country.Name, StringComparer.Ordinal),
    ]);

    /// <summary>The English name of an ISO 3166-1 alpha-2 code; the code itself where the system knows no name for it.</summary>
    public static string Of(string code) => code.Length != 2 ? code : s_names.GetOrAdd(code, static code =>
    {
        if (s_inNews.TryGetValue(code, out var name)) return name;
        try
        {
            return new RegionInfo(code).EnglishName;
        }
        catch (ArgumentException)
        {
            return code; // The code is all that can honestly be shown.
        }
    });

    /// <summary>The countries whose code is what was typed, or a word of whose name begins with it; at least two letters must be typed.</summary>
    internal static IEnumerable<NamedMatch> Find(string typed) => typed.Length < 2 ? [] : s_all.Value
        .Where(country => Is(country.Code, typed) || $" {country.Name}".Contains($" {typed}", StringComparison.OrdinalIgnoreCase))
        .Select(country => new NamedMatch(NamedThing.Country, country.Code, country.Name, "country", Is(country.Code, typed) || Is(country.Name, typed)));

    private static bool Is(string name, string typed) => name.Equals(typed, StringComparison.OrdinalIgnoreCase);
}
