using BorderWatch.Extraction.Places;

namespace BorderWatch.Ingestion.Claims;

/// <summary>What a place is found again by in the store: <see cref="Store.Places.Place.Key"/>.</summary>
internal static class PlaceKey
{
    private const int Longest = 700;

    /// <summary>Folded name, folded province and country together.</summary>
    public static string Of(string name, string? admin1, string? country)
    {
        var key = $"{NameKey.Of(name)}|{NameKey.Of(admin1)}|{country}";
        return key.Length <= Longest ? key : key[..Longest];
    }
}
