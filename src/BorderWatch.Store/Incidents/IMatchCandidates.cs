using BorderWatch.Store.Actors;

namespace BorderWatch.Store.Incidents;

/// <summary>Finds the incidents that a new report could be another account of. Which one it is, if any, Ingestion decides.</summary>
public interface IMatchCandidates
{
    /// <summary>
    /// Makes this transaction the only one that matches, until it ends: two reports of one event that arrive at once through
    /// two workers would otherwise found two incidents. Call it inside a transaction, before <see cref="FindAsync"/>.
    /// </summary>
    Task LockAsync(BorderWatchDbContext db, CancellationToken cancellation);

    /// <summary>
    /// Incidents that can have happened within the window's days, the newest first, in one indexed read. Rejected ones are
    /// among them: a new report of something that an editor rejected belongs there too.
    /// </summary>
    /// <param name="db">Read within its transaction, so that what was saved before is seen.</param>
    /// <param name="window">What the report says.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<IReadOnlyList<MatchCandidate>> FindAsync(BorderWatchDbContext db, MatchWindow window, CancellationToken cancellation);
}

/// <summary>Where and when to look for candidates.</summary>
/// <param name="From">First day, inclusive, that the report's event can have happened, with the tolerance that matching allows.</param>
/// <param name="To">Last day, inclusive, likewise.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2: only incidents there, and those whose country is not known; null looks everywhere.</param>
/// <param name="EventTypes">Only these ACLED event types; empty for all.</param>
/// <param name="Most">At most so many.</param>
public sealed record MatchWindow(DateOnly From, DateOnly To, string? CountryCode, IReadOnlyList<string> EventTypes, int Most = 200);

/// <summary>An incident that a report can be compared with.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Title">Its line.</param>
/// <param name="EventType">ACLED event type.</param>
/// <param name="SubEventType">ACLED sub-event type.</param>
/// <param name="OccurredFrom">First possible day; null where nothing is known.</param>
/// <param name="OccurredTo">Last possible day, inclusive; null where nothing is known.</param>
/// <param name="TimePrecision">How precisely the date is known.</param>
/// <param name="TimelineDate">Where it stands in the timeline.</param>
/// <param name="Place">Null where no report says; not tracked.</param>
/// <param name="PlacePrecision">Null where there is no place.</param>
/// <param name="Killed">People killed.</param>
/// <param name="Injured">People injured.</param>
/// <param name="Abducted">People abducted.</param>
/// <param name="Weapon">Null where no report says.</param>
/// <param name="Actors">Who took part.</param>
/// <param name="ArticleIds">The articles that report it: one article's two incidents are never one.</param>
public sealed record MatchCandidate(
    Guid Id, string Title, string EventType, string SubEventType, DateOnly? OccurredFrom, DateOnly? OccurredTo,
    TimePrecision TimePrecision, DateOnly TimelineDate, Places.Place? Place, PlacePrecision? PlacePrecision,
    CasualtyCount Killed, CasualtyCount Injured, CasualtyCount Abducted, string? Weapon,
    IReadOnlyList<CandidateActor> Actors, IReadOnlyList<Guid> ArticleIds);

/// <summary>Who took part in a candidate.</summary>
/// <param name="ActorId">The actor.</param>
/// <param name="NameKey">The actor's folded name.</param>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="Role">What they did.</param>
public sealed record CandidateActor(Guid ActorId, string NameKey, ActorKind Kind, ActorRole Role);
