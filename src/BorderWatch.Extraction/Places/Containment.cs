namespace BorderWatch.Extraction.Places;

/// <summary>Which place lies in which.</summary>
internal static class Containment
{
    /// <summary>True where <paramref name="inner"/> lies in <paramref name="outer"/>, a country, province or district, and is not the same.</summary>
    public static bool Holds(Gazetteer gazetteer, int outer, int inner)
    {
        if (outer == inner) return false;
        var small = gazetteer.Places[inner];
        var large = gazetteer.Places[outer];
        return (ToponymLevel)large.Level switch
        {
            ToponymLevel.Country => small.Country == large.Country && (ToponymLevel)small.Level != ToponymLevel.Country,
            ToponymLevel.Admin1 => small.Admin1 == outer,
            ToponymLevel.Admin2 => small.Admin2 == outer,
            // "Chelsea, London": a quarter, or a town close by.
            ToponymLevel.Settlement => (ToponymLevel)small.Level == ToponymLevel.Settlement && small.Country == large.Country
                && large.Population > 5 * (small.Population + 1000) && Distance.Kilometres(small, large) < 30,
            _ => false,
        };
    }
}
