namespace BorderWatch.Store.Learning;

/// <summary>Tells claims in which something learnt had a say.</summary>
public static class LearntClaims
{
    private const string Mark = "+learnt";

    /// <summary>The extractor's name as such a claim carries it: "rules/1+learnt".</summary>
    public static string By(string extractor) => extractor + Mark;

    /// <summary>True where something learnt had a say in the claim.</summary>
    public static bool Are(string extractor) => extractor.EndsWith(Mark, StringComparison.Ordinal);
}
