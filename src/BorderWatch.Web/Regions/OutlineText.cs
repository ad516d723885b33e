using System.Globalization;
using System.Text.Json;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Regions;

/// <summary>The corners of an outline as text.</summary>
public static class OutlineText
{
    private const int Longest = 100_000;

    /// <summary>"36.7, 71.4" on each line: latitude, longitude.</summary>
    public static string Of(IEnumerable<GeoPoint> corners) =>
        string.Join('\n', corners.Select(corner => string.Create(CultureInfo.InvariantCulture, $"{corner.Latitude:0.#####}, {corner.Longitude:0.#####}")));

    /// <summary>Reads what <see cref="Of"/> writes, or a GeoJSON polygon (alone, or in a feature or a collection of one), whose positions are longitude, latitude.</summary>
    /// <returns>The corners, none where something is wrong; and what that is, as a sentence that says what to do.</returns>
    public static (IReadOnlyList<GeoPoint> Corners, string? Error) Read(string text)
    {
        text = text.Trim();
        if (text.Length == 0) return ([], null);
        if (text.Length > Longest) return ([], Say.It("The text is {0} characters long; an outline has at most 500 corners, a line each.", text.Length));
        return text[0] == '{' ? ReadJson(text) : ReadLines(text);
    }

    private static (IReadOnlyList<GeoPoint>, string?) ReadLines(string text)
    {
        var corners = new List<GeoPoint>();
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        for (var number = 0; number < lines.Length; number++)
        {
            if (lines[number].Length == 0) continue;
            if (lines[number].Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries) is not [var latitude, var longitude] || Degrees(latitude) is not { } north || Degrees(longitude) is not { } east)
                return ([], Say.It("Line {0} is not a latitude and a longitude; write them as in 36.7, 71.4.", number + 1));
            corners.Add(new(north, east));
        }
        return (corners, null);
    }

    private static (IReadOnlyList<GeoPoint>, string?) ReadJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 20 });
            var shape = document.RootElement;
            if (Is(shape, "FeatureCollection") && shape.GetProperty("features") is { ValueKind: JsonValueKind.Array } features)
            {
                if (features.GetArrayLength() != 1) return ([], Say.It("The collection has {0} features; paste one after the other.", features.GetArrayLength()));
                shape = features[0];
            }
            if (Is(shape, "Feature")) shape = shape.GetProperty("geometry");
            if (!Is(shape, "Polygon")) return ([], Say.It("This GeoJSON is not a polygon; paste one polygon, several one after the other."));
            var rings = shape.GetProperty("coordinates");
            if (rings.GetArrayLength() != 1) return ([], Say.It("The polygon has holes, which an outline cannot have; draw it as two outlines."));
            return ([.. rings[0].EnumerateArray().Select(position => new GeoPoint(position[1].GetDouble(), position[0].GetDouble()))], null);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            return ([], Say.It("This is no GeoJSON polygon; paste a Polygon with its coordinates, or type a latitude and a longitude on each line."));
        }
    }

    private static bool Is(JsonElement element, string type) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("type", out var named) && named.ValueKind == JsonValueKind.String && named.GetString() == type;

    private static double? Degrees(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
