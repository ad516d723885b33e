namespace BorderWatch.Extraction.Text;

/// <summary>An article cut into sentences, boilerplate left out.</summary>
/// <param name="Article">What it was made from; every offset counts in its body or its headline.</param>
/// <param name="Sentences">In order, the headline first.</param>
/// <param name="Dateline">The town and the date at the head of a wire report ("KABUL, Nov. 3 (Reuters) –"); null where there is none.</param>
public sealed record Document(ArticleText Article, IReadOnlyList<Sentence> Sentences, Dateline? Dateline)
{
    /// <summary>The words from <paramref name="start"/> to <paramref name="end"/> of the body, or of the headline.</summary>
    public string Words(int start, int end, bool inTitle) => (inTitle ? Article.Title! : Article.Text)[start..end];
}

/// <summary>Where and when a wire report was filed: not where or when the incident happened.</summary>
/// <param name="Start">First UTF-16 code unit in the body, inclusive.</param>
/// <param name="End">Last UTF-16 code unit, exclusive.</param>
/// <param name="Filed">The day that it names; null where it names none.</param>
/// <param name="Release">Where a press release names its own day; null where the text is none. A release reports its day: what it leaves undated happened then.</param>
public sealed record Dateline(int Start, int End, DateOnly? Filed, TextSpan? Release = null);
