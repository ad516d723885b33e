using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Actors;

/// <summary>A mention of somebody, or of something owned, that can take part in an incident.</summary>
/// <param name="Name">The canonical name where the lexicon knows it, else the text's words without article and number.</param>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="CountryCode">Where it belongs, ISO 3166-1 alpha-2; null where unknown or in several countries.</param>
/// <param name="Sort">What sort of words name it.</param>
/// <param name="SentenceIndex">The number of the sentence in the document.</param>
/// <param name="Span">The whole noun phrase, in the body or in the headline.</param>
/// <param name="Words">The noun phrase as written.</param>
/// <param name="InTitle">True where the span counts in the headline.</param>
/// <param name="IsSource">True where it stands as a speaker ("police said", "according to"), so that it takes no part by this mention.</param>
/// <param name="IsUnidentified">True where the words say that nobody knows who: "unidentified gunmen".</param>
public sealed record ActorMention(
    string Name,
    ActorKind Kind,
    string? CountryCode,
    ActorSort Sort,
    int SentenceIndex,
    TextSpan Span,
    string Words,
    bool InTitle,
    bool IsSource,
    bool IsUnidentified)
{
    /// <summary>True for a political party or its youth and student wings: its members fight, but mostly without arms.</summary>
    public bool IsParty { get; init; }

    /// <summary>True where only a weapon's nationality or the country itself names it: "a Russian missile", "Israel bombed". It did it, and it says nothing of where.</summary>
    public bool IsByWeapon { get; init; }

    /// <summary>The name's words in lower case.</summary>
    internal string[] NameWords => field ??= Name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Its last word in the singular: by it "the soldiers" are "two soldiers" and "a soldier".</summary>
    internal string NameHead => field ??= NameWords is not [.., var last] ? "" : last.Length > 4 && last[^1] == 's' ? last[..^1] : last.Replace("men", "man", StringComparison.Ordinal);
}
