namespace BorderWatch.Store.Incidents;

/// <summary>One article's account of one incident.</summary>
public sealed class Report
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The incident that it was matched to.</summary>
    public Guid IncidentId { get; set; }

    /// <summary>The article.</summary>
    public Guid ArticleId { get; init; }

    /// <summary>The revision that it was read from.</summary>
    public Guid ArticleRevisionId { get; init; }

    /// <summary>Its place among the article's incidents, from 0; 0 is what the article is about.</summary>
    public int Ordinal { get; init; }

    /// <summary>The incident in one line, as the extractor worded this report; the incident's own title is that of its most confident report.</summary>
    public required string Title { get; init; }

    /// <summary>0 to 1, as the extractor gave it.</summary>
    public double Confidence { get; init; }

    /// <summary>0 to 1: what the rules alone gave; null where nothing that was learnt lowered it.</summary>
    public double? RulesConfidence { get; init; }

    /// <summary>0 to 1: how likely the classifier that was on found it that this is an incident at all; null where none was.</summary>
    public double? IncidentLikelihood { get; init; }

    /// <summary>0 to 1: how well it fitted the incident that it joined; null for the report that founded the incident.</summary>
    public double? MatchScore { get; set; }

    /// <summary>The parts of the score in words ("same day, 0 km apart, same actor"); null for the founding report.</summary>
    public string? MatchReason { get; set; }

    /// <summary>True where an editor has put it to this incident: it stays, and so does what later revisions of the article say of it.</summary>
    public bool IsPlaced { get; set; }

    /// <summary>True where the outlet printed another's account: it has no voice of its own, and its outlet is not counted among the incident's sources.</summary>
    public bool IsCopy { get; set; }

    /// <summary>When a newer revision of the article took its place, UTC; null while it stands.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>What it says, field by field.</summary>
    public List<Claim> Claims { get; } = [];
}
