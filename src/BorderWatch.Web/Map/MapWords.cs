using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Map;

/// <summary>What a map says by itself, in the language of who reads. Its script finds it at the map's element.</summary>
public static class MapWords
{
    /// <summary>The element's attributes.</summary>
    /// <param name="title">What the map is called for those who hear it.</param>
    public static IReadOnlyDictionary<string, object> Of(string title) => new Dictionary<string, object>
    {
        ["data-title"] = title,
        ["data-zoom-in"] = Say.It("Zoom in"),
        ["data-zoom-out"] = Say.It("Zoom out"),
        ["data-attribution"] = Say.It("Borders as held: Natural Earth · Towns: GeoNames, CC BY 4.0"),
        ["data-toggle-attribution"] = Say.It("Show or hide where the map comes from"),
        ["data-metres"] = Say.It("m¦metres"),
        ["data-kilometres"] = Say.It("km¦kilometres"),
    };
}
