namespace BorderWatch.Extraction.Places.Compiling;

/// <summary>A place while the gazetteer is being put together.</summary>
internal sealed class PlaceDraft
{
    public required string Name { get; set; }
    public required string Country { get; init; }
    public required ToponymLevel Level { get; init; }
    public PlaceFeature Feature { get; set; } = PlaceFeature.Ordinary;
    public int GeonameId { get; init; }
    public double Latitude { get; set; } = double.NaN;
    public double Longitude { get; set; } = double.NaN;
    public long Population { get; set; }
    public PlaceDraft? Admin1 { get; set; }
    public PlaceDraft? Admin2 { get; set; }

    /// <summary>Key to the flags of its posting: 0 for the name itself.</summary>
    public Dictionary<string, uint> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Its number in the file; set when it is written.</summary>
    public int Number { get; set; } = -1;

    public void AddKey(string name, uint flags)
    {
        var key = NameKey.Of(name);
        if (key.Length < 2) return;
        // The plain name wins over an alternative, an alternative over a short form.
        if (!Keys.TryGetValue(key, out var known) || flags < known) Keys[key] = flags;
    }
}
