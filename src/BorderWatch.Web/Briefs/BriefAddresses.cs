using System.Globalization;
using BorderWatch.Store.Briefs;
using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Briefs;

/// <summary>Absolute addresses of what a brief counts, for those who read it elsewhere.</summary>
/// <param name="brief">The brief.</param>
/// <param name="site">Where readers reach the pages, without a slash at the end.</param>
internal sealed class BriefAddresses(BriefReading brief, string site)
{
    private readonly RegionLinks? _links = brief.RegionId is { } region ? new(region, brief.From, brief.To) : null;
    private readonly RegionLinks? _before = brief is { RegionId: { } region, From: var from, To: var to }
        ? new(region, RegionPeriod.Between(from, to).BeforeFrom, RegionPeriod.Between(from, to).BeforeTo) : null;

    /// <summary>The brief, in its newest version.</summary>
    public string Newest => $"{site}/briefs/{brief.Id}";

    /// <summary>This version of it.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{Newest}?version={brief.Number}");

    /// <summary>All incidents of the period; null where the region has been deleted.</summary>
    public string? All => _links is null ? null : site + _links.All;

    /// <summary>All incidents of the period before; null where the region has been deleted.</summary>
    public string? AllBefore => _before is null ? null : site + _before.All;

    /// <summary>Those of a type; null where the region has been deleted.</summary>
    public string? OfType(string type) => _links is null ? null : site + _links.OfType(type);

    /// <summary>Those of a type in the period before; null where the region has been deleted.</summary>
    public string? OfTypeBefore(string type) => _before is null ? null : site + _before.OfType(type);

    /// <summary>An incident.</summary>
    public string Incident(Guid id) => $"{site}/incidents/{id}";
}
