using System.Collections.Frozen;
using System.Text.Json;
using BorderWatch.Store.Places;

namespace BorderWatch.Store.Regions;

/// <summary>Reads the file that the build makes with <c>borders.mjs</c>, when it is first asked.</summary>
internal sealed class BorderLines : IBorderLines
{
    private static readonly Lazy<FrozenDictionary<string, double[][]>> s_lines = new(() =>
    {
        using var stream = typeof(BorderLines).Assembly.GetManifestResourceStream("borders.json") ?? throw new InvalidOperationException("The borders are missing from the assembly; build it anew.");
        return JsonSerializer.Deserialize<Dictionary<string, double[][]>>(stream)!.ToFrozenDictionary(StringComparer.Ordinal);
    });

    /// <inheritdoc />
    public IReadOnlyList<string> Neighbours(string countryCode) =>
        [.. s_lines.Value.Keys.Select(pair => pair.Split('-')).Where(pair => pair.Contains(countryCode)).Select(pair => pair[0] == countryCode ? pair[1] : pair[0]).OrderBy(CountryName.Of, StringComparer.Ordinal)];

    /// <inheritdoc />
    public IReadOnlyList<IReadOnlyList<GeoPoint>>? Between(string countryCode, string otherCountryCode)
    {
        var key = string.CompareOrdinal(countryCode, otherCountryCode) < 0 ? $"{countryCode}-{otherCountryCode}" : $"{otherCountryCode}-{countryCode}";
        return s_lines.Value.TryGetValue(key, out var lines) ? [.. lines.Select(line => (IReadOnlyList<GeoPoint>)[.. line.Chunk(2).Select(pair => new GeoPoint(pair[1], pair[0]))])] : null;
    }
}
