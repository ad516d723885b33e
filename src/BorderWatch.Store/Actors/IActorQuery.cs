namespace BorderWatch.Store.Actors;

/// <summary>Finds actors for the timeline's filter.</summary>
public interface IActorQuery
{
    /// <summary>
    /// Actors whose name, or another name of theirs, begins with, contains or resembles what was typed; those beginning with
    /// it first, then the likest, then those in most incidents. Nothing typed gives those in most incidents.
    /// </summary>
    /// <param name="typed">What was typed so far; case and accents do not count.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<IReadOnlyList<ActorSuggestion>> SuggestAsync(string? typed, int most, CancellationToken cancellation);

    /// <summary>One actor; null where there is none of that id.</summary>
    Task<ActorSuggestion?> FindAsync(Guid id, CancellationToken cancellation);
}

/// <summary>An actor to choose.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Name">The name that we show.</param>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2; null where it has none or several.</param>
/// <param name="IncidentCount">How many incidents it takes part in, rejected ones included.</param>
public sealed record ActorSuggestion(Guid Id, string Name, ActorKind Kind, string? CountryCode, int IncidentCount);
