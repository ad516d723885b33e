using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Words;

/// <summary>Those who took part, in a row's width.</summary>
public static class ActorWords
{
    private const int Most = 2;

    /// <summary>"A", "A, B", "A, B and 2 more"; <paramref name="none"/> where there is nobody.</summary>
    public static string List(IReadOnlyList<string> names, string none) => names.Count switch
    {
        0 => none,
        > Most => Say.It("{0} and {1} more", Listed(names.Take(Most)), names.Count - Most),
        _ => Listed(names),
    };

    private static string Listed(IEnumerable<string> names) => string.Join(Say.It(", "), names.Select(Say.Apart));
}
