using BorderWatch.Store;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Catalogue;

/// <summary>Outlets of the region that can be switched on. None is on by itself.</summary>
public interface IOutletCatalogue
{
    /// <summary>Every outlet, by country and name, with the source that it is here.</summary>
    Task<IReadOnlyList<CatalogueEntry>> ListAsync(CancellationToken cancellation);

    /// <summary>Makes an outlet a source, or switches the one that it is on again. Needs <see cref="Permission.ManageSources"/>.</summary>
    /// <param name="name">As the catalogue has it.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellation">Cancels before the commit.</param>
    /// <returns>The source's id, or a sentence that says what is wrong.</returns>
    Task<CommandResult<Guid>> SwitchOnAsync(string name, Caller by, CancellationToken cancellation);
}

/// <summary>An outlet of the catalogue.</summary>
/// <param name="Name">As readers know it.</param>
/// <param name="FeedUrl">Its feed.</param>
/// <param name="HomePage">Where its feed can be found again when it has moved.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2; null for an outlet of the whole region.</param>
/// <param name="Kind">agency, newspaper, broadcaster, online, analysis or official.</param>
public sealed record CatalogueOutlet(string Name, string FeedUrl, string HomePage, string Language, string? CountryCode, string Kind);

/// <summary>An outlet of the catalogue, and whether it is a source here.</summary>
/// <param name="Outlet">The outlet.</param>
/// <param name="SourceId">The source; null where it is none.</param>
/// <param name="IsOn">True where it is polled.</param>
public sealed record CatalogueEntry(CatalogueOutlet Outlet, Guid? SourceId, bool IsOn);
