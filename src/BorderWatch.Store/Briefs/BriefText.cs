namespace BorderWatch.Store.Briefs;

/// <summary>What people write in a brief.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Assessment">What the author makes of the figures; may be empty. A blank line starts a paragraph.</param>
/// <param name="Outlook">What the author expects; may be empty.</param>
public sealed record BriefText(string Title, string Assessment, string Outlook)
{
    internal const int LongestTitle = 200;

    /// <summary>The most characters that assessment and outlook hold.</summary>
    public const int Longest = 20_000;

    /// <summary>Trimmed, with line ends as LF and without characters that PostgreSQL cannot hold.</summary>
    internal BriefText Clean() => new(Clean(Title), Clean(Assessment), Clean(Outlook));

    /// <summary>A sentence that says what is wrong; null where nothing is.</summary>
    internal string? Error() =>
        Title.Length == 0 ? "Give the brief a title."
        : Title.Length > LongestTitle ? $"The title is {Title.Length} characters long; use at most {LongestTitle}."
        : Math.Max(Assessment.Length, Outlook.Length) > Longest ? $"A text of the brief is longer than {Longest:N0} characters; shorten it. Nothing was saved, and what you wrote is still in the page."
        : null;

    private static string Clean(string text) => text.Replace("\0", "").ReplaceLineEndings("\n").Trim();
}
