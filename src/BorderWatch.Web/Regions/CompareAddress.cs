using System.Globalization;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Regions;
using Microsoft.AspNetCore.WebUtilities;

namespace BorderWatch.Web.Regions;

/// <summary>What is held against what, as it stands in the address of the comparison.</summary>
/// <param name="Regions">Which regions, at most <see cref="Most"/>.</param>
/// <param name="Period">The period.</param>
/// <param name="Beside">Which second period stands beside it.</param>
/// <param name="Other">The days of the second period where the reader chose them.</param>
/// <param name="Role">Whose row the matrix has: those with this role; null for any.</param>
public sealed record CompareAddress(IReadOnlyList<Guid> Regions, RegionPeriod Period, BesidePeriod Beside, DaySpan? Other, ActorRole? Role)
{
    /// <summary>More columns than these cannot be read side by side.</summary>
    public const int Most = 4;

    /// <summary>The second period; null where there is none.</summary>
    public DaySpan? Then => Beside switch
    {
        BesidePeriod.Before => new(Period.BeforeFrom, Period.BeforeTo),
        BesidePeriod.Year => new(Period.YearFrom, Period.YearTo),
        BesidePeriod.Own => Other,
        _ => null,
    };

    /// <summary>Reads an address; what cannot be read is as if it were not there.</summary>
    /// <param name="uri">Absolute, or from the query on.</param>
    /// <param name="today">The day that "the last so many days" ends on.</param>
    public static CompareAddress Read(string uri, DateOnly today)
    {
        var query = QueryHelpers.ParseQuery(uri.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? uri[at..].Split('#')[0] : "");
        var regions = query.GetValueOrDefault("region").Select(text => Guid.TryParse(text, out var id) ? id : default).Where(id => id != default).Distinct().Take(Most);
        var beside = query.GetValueOrDefault("beside").FirstOrDefault() ?? "";
        var own = beside.Split("..") is [var from, var to] && Day(from) is { } first && Day(to) is { } last ? RegionPeriod.Between(first, last) : null;
        return new([.. regions], RegionPeriod.Read(uri, today),
            own is not null ? BesidePeriod.Own : beside switch { "before" => BesidePeriod.Before, "year" => BesidePeriod.Year, _ => BesidePeriod.None },
            own is null ? null : new(own.From, own.To),
            query.GetValueOrDefault("role").FirstOrDefault() switch { "perpetrator" => ActorRole.Perpetrator, "target" => ActorRole.Target, _ => null });
    }

    /// <summary>The address.</summary>
    public string Href
    {
        get
        {
            List<KeyValuePair<string, string?>> query = [.. Regions.Select(region => new KeyValuePair<string, string?>("region", region.ToString()))];
            if (Period.LastDays is { } days) query.Add(new("last", days.ToString(CultureInfo.InvariantCulture)));
            else query.AddRange([new("from", Day(Period.From)), new("to", Day(Period.To))]);
            var beside = Beside switch { BesidePeriod.Before => "before", BesidePeriod.Year => "year", BesidePeriod.Own when Other is { } own => $"{Day(own.From)}..{Day(own.To)}", _ => null };
            if (beside is not null) query.Add(new("beside", beside));
            if (Role is { } role) query.Add(new("role", role.ToString().ToLowerInvariant()));
            return QueryHelpers.AddQueryString("/regions/compare", query);
        }
    }

    /// <summary>The comparison that a region's page offers: this region and period, beside the period before.</summary>
    public static CompareAddress From(Guid region, RegionPeriod period) => new([region], period, BesidePeriod.Before, null, null);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Which second period stands beside the first.</summary>
public enum BesidePeriod
{
    /// <summary>None.</summary>
    None,

    /// <summary>As many days just before.</summary>
    Before,

    /// <summary>The same days a year before.</summary>
    Year,

    /// <summary>Days that the reader chose.</summary>
    Own,
}
