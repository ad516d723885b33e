using BorderWatch.Extraction.Places;

namespace BorderWatch.GazetteerCompiler;

/// <summary>The words for kinds of divisions that GeoNames writes into their names, before or after: "Nohiyai Panj", "Zhob District".</summary>
internal sealed class DivisionWords
{
    private readonly List<string> _words;

    public DivisionWords(IEnumerable<string> words) =>
        _words = [.. words.Select(w => NameKey.Of(w)).Distinct().OrderByDescending(w => w.Length)];

    /// <summary>The name's key without its kind; null where it has none, or where too little or only a compass point would be left.</summary>
    public string? Strip(string name)
    {
        var key = NameKey.Of(name);
        foreach (var word in _words)
        {
            var rest = key.StartsWith(word + " ", StringComparison.Ordinal) ? key[(word.Length + 1)..]
                : key.EndsWith(" " + word, StringComparison.Ordinal) ? key[..^(word.Length + 1)] : null;
            if (rest is null) continue;
            if (rest.StartsWith("of ", StringComparison.Ordinal)) rest = rest[3..];
            return rest.Length < 3 || IsTooPlain(rest) ? null : rest;
        }
        return null;
    }

    private static bool IsTooPlain(string rest) => rest is "north" or "south" or "east" or "west" or "central" or "northern" or "southern"
        or "eastern" or "western" or "upper" or "lower" or "north east" or "north west" or "south east" or "south west"
        or "northeastern" or "northwestern" or "southeastern" or "southwestern" or "capital" or "federal" or "national" or "coast"
        or "northeast" or "northwest" or "southeast" or "southwest" or "middle" or "city" or "the" or "lake" or "lakes" or "river" or "rivers"
        or "delta" or "plateau" or "unity" or "center" or "centre" or "ocean" or "islands" or "island" or "mountain" or "mountains" or "plains"
        or "midlands" or "metropolitan" or "municipal" or "new" or "old" or "autonomous" or "union" or "bay" or "park" or "grand" or "district" or "state";
}
