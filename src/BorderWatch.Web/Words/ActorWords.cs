namespace BorderWatch.Web.Words;

/// <summary>Those who took part, in a row's width.</summary>
public static class ActorWords
{
    private const int Most = 2;

    /// <summary>"A", "A, B", "A, B and 2 more"; <paramref name="none"/> where there is nobody.</summary>
    public static string List(IReadOnlyList<string> names, string none) => names.Count switch
    {
        0 => none,
        > Most => $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more",
        _ => string.Join(", ", names),
    };
}
