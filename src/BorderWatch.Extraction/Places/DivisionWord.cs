namespace BorderWatch.Extraction.Places;

/// <summary>A word for a kind of division: "district", "upazila", "barangay".</summary>
/// <param name="Level">What a name with it names.</param>
/// <param name="After">True where it stands after the name: "Daman district".</param>
/// <param name="WithOf">True where it may also stand before it with "of": "district of Daman".</param>
/// <param name="Before">True where it stands right before the name: "tambon Yarang".</param>
/// <param name="Countries">The only countries that use it, ISO 3166-1 alpha-2; empty where many do.</param>
internal sealed record DivisionWord(ToponymLevel Level, bool After, bool WithOf, bool Before, string[] Countries);
