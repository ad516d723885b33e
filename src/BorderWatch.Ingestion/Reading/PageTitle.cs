using BorderWatch.Extraction.Places;

namespace BorderWatch.Ingestion.Reading;

/// <summary>A page's title is often the headline with the outlet's name before or after it.</summary>
internal static class PageTitle
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · "];

    /// <summary>The title without the outlet's name; as it is where the name does not stand at its end or beginning, or is all there is.</summary>
    public static string Without(string? site, string title)
    {
        if (site is null) return title;
        var name = NameKey.Of(site);
        foreach (var separator in Separators)
        {
            var last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (last > 0 && NameKey.Of(title.AsSpan(last + separator.Length)) == name) return title[..last].TrimEnd();
            var first = title.IndexOf(separator, StringComparison.Ordinal);
            if (first > 0 && NameKey.Of(title.AsSpan(0, first)) == name) return title[(first + separator.Length)..].TrimStart();
        }
        return title;
    }
}
