using BorderWatch.Extraction.Phrases;

namespace BorderWatch.Extraction.Text;

/// <summary>A sentence of the article, or its headline.</summary>
/// <param name="Index">Its number in the document, from 0; the headline, where there is one, is first.</param>
/// <param name="Start">First UTF-16 code unit in the body (or the headline), inclusive.</param>
/// <param name="End">Last UTF-16 code unit, exclusive.</param>
/// <param name="InTitle">True for the headline.</param>
/// <param name="Paragraph">The number of its paragraph, from 0; −1 for the headline.</param>
/// <param name="Tokens">Its tokens, in order; offsets count in the body (or the headline).</param>
public sealed record Sentence(int Index, int Start, int End, bool InTitle, int Paragraph, Sequence<Token> Tokens)
{
    /// <summary>True for the headline, also where it is the first line of a body that came without one: it sums up, and the body tells.</summary>
    public bool IsHeadline { get => InTitle || field; init; }

    /// <summary>The tokens joined to what rules of quantity and people read; made once, when first asked for.</summary>
    internal Sequence<Lexeme> Lexemes => field ??= LexemeReader.Read(this);

    /// <summary>The phrases that name people; made once, when first asked for.</summary>
    internal IReadOnlyList<PeoplePhrase> PeoplePhrases => field ??= PeoplePhraseReader.Read(Lexemes);

    /// <summary>A sentence equals itself alone: two of the same words are two.</summary>
    public bool Equals(Sentence? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
