using BorderWatch.Store.Actors;

namespace BorderWatch.Store.Incidents;

/// <summary>Reads one incident whole.</summary>
public interface IIncidentQuery
{
    /// <summary>The incident with its reports, claims and articles, for a merged one the incident that it is part of by now; null where there is none of that id.</summary>
    Task<IncidentDetail?> FindAsync(Guid id, CancellationToken cancellation);
}

/// <summary>An incident with everything that it rests on.</summary>
/// <param name="Incident">Its values (no navigations loaded but <see cref="Incident.Place"/>).</param>
/// <param name="Actors">Who took part.</param>
/// <param name="Reports">The articles' accounts, the newest publication first; superseded ones left out.</param>
/// <param name="History">Its revisions, newest first.</param>
/// <param name="Tags">Its tags.</param>
public sealed record IncidentDetail(
    Incident Incident, IReadOnlyList<IncidentActorView> Actors, IReadOnlyList<ReportView> Reports,
    IReadOnlyList<History.Revision> History, IReadOnlyList<string> Tags)
{
    /// <summary>The rulings that stand, one a field at most.</summary>
    public IReadOnlyList<Rulings.RulingView> Rulings { get; init; } = [];

    /// <summary>The tags with their groups and colours, in the order of <see cref="Tags"/>.</summary>
    public IReadOnlyList<Store.Tags.TagMark> Marks { get; init; } = [];
}

/// <summary>An actor of an incident.</summary>
public sealed record IncidentActorView(Guid ActorId, string Name, ActorKind Kind, string? CountryCode, ActorRole Role, Attribution Attribution);

/// <summary>A report with its article's text and its claims.</summary>
/// <param name="Id">The report.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="SourceName">The outlet.</param>
/// <param name="SourceIsDemo">True for an invented outlet.</param>
/// <param name="Url">The article's address; null for pasted text.</param>
/// <param name="PublishedAt">Null where the outlet does not say.</param>
/// <param name="FetchedAt">When it arrived, UTC.</param>
/// <param name="Title">The headline.</param>
/// <param name="Text">The body that quotes' offsets count in.</param>
/// <param name="Author">The byline; null where there is none.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="MatchScore">Null for the founding report.</param>
/// <param name="MatchReason">Null for the founding report.</param>
/// <param name="Claims">In the order of the text.</param>
public sealed record ReportView(
    Guid Id, Guid ArticleId, string SourceName, bool SourceIsDemo, string? Url, DateTimeOffset? PublishedAt,
    DateTimeOffset FetchedAt, string Title, string Text, string? Author, double Confidence, double? MatchScore,
    string? MatchReason, IReadOnlyList<ClaimView> Claims)
{
    /// <summary>The revision of the article that was read: what a ruling's quote names.</summary>
    public Guid RevisionId { get; init; }

    /// <inheritdoc cref="Report.RulesConfidence" path="/summary"/>
    public double? RulesConfidence { get; init; }

    /// <inheritdoc cref="Report.IncidentLikelihood" path="/summary"/>
    public double? IncidentLikelihood { get; init; }
}

/// <summary>A claim, its value typed.</summary>
public sealed record ClaimView(
    Guid Id, ClaimField Field, ClaimValue Value, string Quote, int QuoteStart, int QuoteEnd, bool InTitle, string Extractor);
