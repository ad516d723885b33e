namespace BorderWatch.Store.Search;

/// <summary>
/// What a reader wrote into the search box, taken apart: free words, which are searched for as a web search takes them (phrases in
/// quotation marks, -without, or), and terms such as <c>actor:ISKP</c>. Reading never fails; whether a term makes sense is asked later.
/// </summary>
/// <param name="Words">The free words, phrases closed and spaces single; empty where there are none.</param>
/// <param name="Terms">In the order they were written.</param>
public sealed record SearchText(string Words, IReadOnlyList<SearchTerm> Terms)
{
    /// <summary>Takes a text apart. A phrase that is not closed goes on to the end; a colon inside a phrase is a colon.</summary>
    public static SearchText Read(string? text) => new SearchReader(text ?? "").Read();

    /// <summary>The same in one line; reading it gives the same again.</summary>
    public override string ToString() => string.Join(' ', new[] { Words }.Where(words => words.Length > 0).Concat(Terms.Select(term => term.ToString())));

    /// <inheritdoc/>
    public bool Equals(SearchText? other) => other is not null && Words == other.Words && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Words, Terms.Count);
}
