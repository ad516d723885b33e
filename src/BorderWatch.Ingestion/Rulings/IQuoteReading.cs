using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Reads values for an editor, out of selected words or a typed name.</summary>
public interface IQuoteReading
{
    /// <summary>What the words of a quote can mean for a field, the likeliest first; empty where the readers make nothing of them.</summary>
    /// <param name="field">Which field they are to be the evidence of.</param>
    /// <param name="quote">The words.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<IReadOnlyList<ClaimValue>> ReadAsync(ClaimField field, RulingQuote quote, CancellationToken cancellation);

    /// <summary>The places of a name, the most populous first, at most <paramref name="most"/>.</summary>
    IReadOnlyList<ClaimValue.Place> Places(string name, int most);
}
