using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Opinions;

/// <summary>
/// "This model reads so, here": one value with its words. Kept apart from <see cref="Claim"/>, so that no rule of derivation, no count and no
/// measure of quality can take it for an extractor's: it reaches an incident only as an editor's ruling.
/// </summary>
public sealed class OpinionClaim
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The opinion that it belongs to.</summary>
    public Guid OpinionId { get; init; }

    /// <summary>Which of the incidents that the model tells of, from 0.</summary>
    public int Ordinal { get; init; }

    /// <summary>The standing report of the same revision that tells of that incident; null where the extractor read none there.</summary>
    public Guid? ReportId { get; set; }

    /// <summary>How it stands to what that report claims; null where there is no report.</summary>
    public OpinionVerdict? Verdict { get; set; }

    /// <summary>Which field.</summary>
    public ClaimField Field { get; init; }

    /// <summary>The value as JSON (jsonb), in the shape of <see cref="ClaimValue"/> for that field.</summary>
    public required string Value { get; init; }

    /// <summary>The words, exactly as they stand in the revision.</summary>
    public required string Quote { get; init; }

    /// <summary>First UTF-16 code unit of the quote in the revision's text (or title), inclusive.</summary>
    public int QuoteStart { get; init; }

    /// <summary>Exclusive end of the quote.</summary>
    public int QuoteEnd { get; init; }

    /// <summary>True where the quote stands in the headline.</summary>
    public bool InTitle { get; init; }
}

/// <summary>How a model's value stands to the extractor's of the same report.</summary>
public enum OpinionVerdict
{
    /// <summary>The extractor reads the same, or what can be true beside it.</summary>
    Agrees,

    /// <summary>Both cannot be true.</summary>
    Differs,

    /// <summary>The extractor reads nothing on the field.</summary>
    Adds,
}
