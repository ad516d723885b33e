namespace BorderWatch.Extraction.Places.Compiling;

/// <summary>Other ways to write the first word of a name: "Saint Paris" is written "St. Paris", "Fort Worth" "Ft. Worth".</summary>
internal static class SpellingVariants
{
    private static readonly (string Full, string Brief)[] Openings =
        [("saint ", "st "), ("sainte ", "ste "), ("fort ", "ft "), ("mount ", "mt "), ("port ", "pt "), ("point ", "pt ")];

    public static void Add(PlaceDraft place)
    {
        foreach (var (key, flags) in place.Keys.ToArray())
        {
            foreach (var (full, brief) in Openings)
            {
                if (key.StartsWith(full, StringComparison.Ordinal)) place.Keys.TryAdd(brief + key[full.Length..], flags);
                else if (key.StartsWith(brief, StringComparison.Ordinal) && brief != "pt ") place.Keys.TryAdd(full + key[brief.Length..], flags);
            }
            // "Township of Jackson" is written "Jackson Township", and "City of Orange" "Orange".
            if (key.StartsWith("township of ", StringComparison.Ordinal)) place.Keys.TryAdd(key[12..] + " township", flags);
            if (key.StartsWith("city of ", StringComparison.Ordinal)) place.Keys.TryAdd(key[8..], flags | GazetteerFormat.Alternative);
        }
    }
}
