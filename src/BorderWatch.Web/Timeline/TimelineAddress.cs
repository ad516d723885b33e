using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using Microsoft.AspNetCore.WebUtilities;

namespace BorderWatch.Web.Timeline;

/// <summary>The filter as it stands in the address, so that reload, back and a shared link show the same.</summary>
/// <param name="Filter">What is asked for. Its From follows <paramref name="LastDays"/> where that is given.</param>
/// <param name="LastDays">"The last so many days": stays true tomorrow, unlike a first day. Null where the days are fixed or open.</param>
public sealed record TimelineAddress(TimelineFilter Filter, int? LastDays = null)
{
    /// <summary>No filter.</summary>
    public static TimelineAddress Everything { get; } = new(new TimelineFilter());

    /// <summary>Reads an address. What cannot be read is left out: an address that was cut off still opens.</summary>
    /// <param name="uri">Absolute, or from the query on.</param>
    /// <param name="today">The day that "the last so many days" ends on.</param>
    public static TimelineAddress Read(string uri, DateOnly today)
    {
        var query = QueryHelpers.ParseQuery(uri.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? uri[at..].Split('#')[0] : "");
        IReadOnlyList<string> Many(string name) => [.. query.GetValueOrDefault(name).OfType<string>().Where(value => value.Length > 0).Distinct()];
        string? One(string name) => Many(name) is [var value, ..] && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        DateOnly? Day(string name) => DateOnly.TryParseExact(One(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        Guid? Id(string name) => Guid.TryParse(One(name), out var id) ? id : null;
        int? last = int.TryParse(One("last"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3660 ? days : null;
        return new(new TimelineFilter
        {
            From = last is { } span ? today.AddDays(1 - span) : Day("from"),
            To = last is null ? Day("to") : null,
            EventTypes = Many("type"),
            Countries = Many("country"),
            Admin1 = One("province"),
            RegionId = Id("region"),
            ActorId = Id("actor"),
            SourceId = Id("source"),
            Text = One("q"),
            Status = Enum.TryParse<IncidentStatus>(One("status"), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null,
            WithoutToll = One("toll") == "unsaid",
            InConflict = One("reports") == "differ",
        }, last);
    }

    /// <summary>The address of a page under this filter: the path alone where nothing is asked.</summary>
    public string On(string path)
    {
        List<KeyValuePair<string, string?>> query = [];
        void Add(string name, string? value)
        {
            if (!string.IsNullOrWhiteSpace(value)) query.Add(new(name, value));
        }
        Add("q", Filter.Text);
        Add("last", LastDays?.ToString(CultureInfo.InvariantCulture));
        if (LastDays is null) Add("from", Day(Filter.From));
        if (LastDays is null) Add("to", Day(Filter.To));
        foreach (var type in Filter.EventTypes) Add("type", type);
        foreach (var country in Filter.Countries) Add("country", country);
        Add("province", Filter.Admin1);
        Add("region", Filter.RegionId?.ToString());
        Add("actor", Filter.ActorId?.ToString());
        Add("source", Filter.SourceId?.ToString());
        Add("status", Filter.Status?.ToString().ToLowerInvariant());
        Add("toll", Filter.WithoutToll ? "unsaid" : null);
        Add("reports", Filter.InConflict ? "differ" : null);
        return QueryHelpers.AddQueryString(path, query);
    }

    /// <summary>The same filter over the last so many days; null takes every day.</summary>
    public TimelineAddress Over(int? days, DateOnly today) =>
        new(Filter with { From = days is { } span ? today.AddDays(1 - span) : null, To = null }, days);

    /// <summary>The same filter between two days, each open where null; turned round where they stand the wrong way.</summary>
    public TimelineAddress Between(DateOnly? from, DateOnly? to) =>
        new(from > to ? Filter with { From = to, To = from } : Filter with { From = from, To = to });

    /// <summary>True where nothing is asked.</summary>
    public bool IsEmpty => LastDays is null && Filter.IsEmpty;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
