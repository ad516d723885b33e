namespace BorderWatch.Store.Incidents;

/// <summary>"This article says so, here": one value of one field, with the words that it rests on. Never changed, never deleted.</summary>
public sealed class Claim
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The report that it belongs to, and through it the article and revision.</summary>
    public Guid ReportId { get; init; }

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

    /// <summary>What made it, with its version: "rules/1", later "model/…" or an editor.</summary>
    public required string Extractor { get; init; }
}

/// <summary>The fields that claims are made about.</summary>
public enum ClaimField
{
    /// <summary>Event and sub-event type.</summary>
    Kind,

    /// <summary>When.</summary>
    Occurred,

    /// <summary>Where.</summary>
    Place,

    /// <summary>Somebody who took part.</summary>
    Actor,

    /// <summary>People killed.</summary>
    Killed,

    /// <summary>People injured.</summary>
    Injured,

    /// <summary>People abducted.</summary>
    Abducted,

    /// <summary>The means.</summary>
    Weapon,

    /// <summary>A statement about the incident: context, not a value.</summary>
    Reaction,

    /// <summary>The line in the timeline. No report claims it; editors rule on it.</summary>
    Title,
}
