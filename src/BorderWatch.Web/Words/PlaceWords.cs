using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>Places in words that say how precisely they are known.</summary>
public static class PlaceWords
{
    /// <summary>What stands where no report says where.</summary>
    public static string NotSaid => Say.It("place not said");

    /// <summary>"Shuroobod", "near Shuroobod", "somewhere in Khatlon", "along the Tajikistan–Afghanistan border", or <see cref="NotSaid"/>.</summary>
    /// <param name="name">The place's name; null where no report says.</param>
    /// <param name="precision">Null is read as exact: the name is all there is.</param>
    public static string Of(string? name, PlacePrecision? precision) => (name, precision) switch
    {
        (null or "", _) => NotSaid,
        (_, PlacePrecision.Near) => Say.It("near {0}", name),
        (_, PlacePrecision.Border) => name.Contains("border", StringComparison.OrdinalIgnoreCase) ? Say.It("along the {0}", name) : Say.It("along the {0} border", name),
        (_, PlacePrecision.Admin2) => Say.It("somewhere in {0} district", name).Replace("district district", "district", StringComparison.OrdinalIgnoreCase),
        (_, PlacePrecision.Admin1 or PlacePrecision.Country) => Say.It("somewhere in {0}", name),
        _ => name,
    };

    /// <summary>What the place lies in, "Khatlon, Tajikistan", without what its name says already; empty where nothing more is known.</summary>
    public static string Within(string? name, string? admin1, string? countryCode)
    {
        var country = countryCode is { Length: > 0 } code ? CountryName.Of(code) : null;
        return string.Join(Say.It(", "), new[] { admin1, country }.Where(part => part is { Length: > 0 } && !Says(name, part)).Select(part => Say.Apart(part!)));
    }

    private static bool Says(string? name, string part) => name?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
