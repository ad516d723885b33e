namespace BorderWatch.Extraction.Places;

/// <summary>A mention of a place in a text, and the place that it most likely means.</summary>
/// <param name="Name">As written.</param>
/// <param name="Start">First UTF-16 code unit, inclusive.</param>
/// <param name="End">Last UTF-16 code unit, exclusive.</param>
/// <param name="Place">The place it was resolved to.</param>
/// <param name="Level">What the name names: a settlement, a district, a province, a country, or something natural.</param>
/// <param name="Score">0 to 1: how sure the choice among the candidates is.</param>
/// <param name="Border">The two countries (ISO 3166-1 alpha-2) of a border that is named, as the text orders them; null for anything else. Where the
/// text does not say on which side, the place's country is null.</param>
/// <param name="IsMeasure">True where another place is only measured from it: Settat in "Bir Jdid, 40 km north of Settat".</param>
/// <param name="IsRoute">True where it is an end of a road or railway that is named, or where somebody is bound for: "the Kaya-Dori highway".</param>
public sealed record Toponym(string Name, int Start, int End, ExtractedPlace Place, ToponymLevel Level, double Score,
    BorderCountries? Border = null, bool IsMeasure = false, bool IsRoute = false);

/// <summary>The countries on both sides of a border, ISO 3166-1 alpha-2, as the text orders them.</summary>
public readonly record struct BorderCountries(string First, string Second);
