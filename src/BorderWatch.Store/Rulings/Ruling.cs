using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Rulings;

/// <summary>
/// An editor's decision on one field of one incident. While it stands the field has this value, whatever reports say. What is decided
/// is never altered or deleted: another ruling, a withdrawal or an undo supersedes it.
/// </summary>
public sealed class Ruling
{
    /// <summary>UUIDv7; also what an editor's page names as the ruling that it has seen.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Of which incident.</summary>
    public Guid IncidentId { get; init; }

    /// <summary>Which field.</summary>
    public ClaimField Field { get; init; }

    /// <summary>The decided value as JSON (jsonb), in the shape of <see cref="RuledValues"/>: empty where the editor rules that nothing is known.</summary>
    public required string Values { get; init; }

    /// <summary>What reports said of the field when it was decided (same shape): hearing it again challenges nothing.</summary>
    public required string Known { get; init; }

    /// <summary>The words that it rests on, exactly as they stand in the article; null where the editor quotes none.</summary>
    public string? Quote { get; init; }

    /// <summary>The revision of the article that is quoted; null without a quote.</summary>
    public Guid? ArticleRevisionId { get; init; }

    /// <summary>First UTF-16 code unit of the quote in the revision's text (or title), inclusive; null without a quote.</summary>
    public int? QuoteStart { get; init; }

    /// <summary>Exclusive end of the quote; null without one.</summary>
    public int? QuoteEnd { get; init; }

    /// <summary>True where the quote stands in the headline.</summary>
    public bool InTitle { get; init; }

    /// <summary>Why, in the editor's words; null where none were given.</summary>
    public string? Reason { get; init; }

    /// <summary>Who, as history shows it.</summary>
    public required string By { get; init; }

    /// <summary>Whose account; null where there are no accounts.</summary>
    public Guid? ById { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When it ceased to stand, UTC; null while it stands. An undo can make it stand again.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>When a report first contradicted it with something that was not known before, UTC; null while none does.</summary>
    public DateTimeOffset? ChallengedAt { get; set; }

    /// <summary>The report that contradicts it; null while none does.</summary>
    public Guid? ChallengedByReportId { get; set; }
}
