namespace BorderWatch.Web.Words;

/// <summary>Countries in English, as readers know them.</summary>
public static class CountryName
{
    /// <summary>The English name of an ISO 3166-1 alpha-2 code; the code itself where the system knows no name for it.</summary>
    public static string Of(string code) => Store.Places.CountryName.Of(code);
}
