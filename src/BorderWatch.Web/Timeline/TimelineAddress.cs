using System.Globalization;
using BorderWatch.Store;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Places;
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

    /// <summary>The names of everything that an address can ask for.</summary>
    public static IReadOnlySet<string> Names { get; } = new HashSet<string>
    {
        "q", "last", "from", "to", "type", "sub", "country", "province", "place", "region", "box", "actor", "target", "source", "killed", "injured", "abducted",
        "weapon", "precision", "confidence", "status", "tag", "toll", "reports", "demo", "since", "watchlist",
    };

    /// <summary>Reads an address. What cannot be read is left out: an address that was cut off still opens.</summary>
    /// <param name="uri">Absolute, or from the query on.</param>
    /// <param name="today">The day that "the last so many days" ends on.</param>
    /// <param name="problems">Gets a sentence for each part that could not be read; null where nobody asks.</param>
    public static TimelineAddress Read(string uri, DateOnly today, ICollection<string>? problems = null)
    {
        var query = QueryHelpers.ParseQuery(uri.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? uri[at..].Split('#')[0] : "");
        IReadOnlyList<string> Many(string name) => [.. query.GetValueOrDefault(name).OfType<string>().Select(StorableText.Of).Where(value => value.Length > 0).Distinct()];
        string? One(string name) => Many(name) is [var value, ..] && value.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        T? Value<T>(string name, Func<string, T?> read, string expected) where T : struct
        {
            if (One(name) is not { } text) return null;
            var value = read(text);
            if (value is null) problems?.Add($"“{name}={text}” cannot be read: {expected}.");
            return value;
        }
        IReadOnlyList<T> All<T>(string name, Func<string, T?> read, string expected) where T : struct
        {
            List<T> values = [];
            foreach (var text in Many(name))
            {
                if (read(text) is { } value) values.Add(value);
                else problems?.Add($"“{name}={text}” cannot be read: {expected}.");
            }
            return values.Count == 0 ? [] : [.. values.Distinct()];
        }
        DateOnly? Day(string name) => Value(name, AddressValue.Day, "write a day as 2026-11-24");
        Guid? Id(string name) => Value<Guid>(name, text => Guid.TryParse(text, out var id) ? id : null, "write the id of one");
        CountRange? Count(string name)
        {
            if (One(name) is not { } text) return null;
            var range = CountRange.Parse(text);
            if (range is null) problems?.Add($"“{name}={text}” cannot be read: write a number, “3..” for three and more, “..5” for at most five, or “3..5”.");
            return range;
        }
        int? last = Value("last", AddressValue.Days, "write a number of days from 1 to 3660");
        return new(new TimelineFilter
        {
            From = last is { } span ? today.AddDays(1 - span) : Day("from"),
            To = last is null ? Day("to") : null,
            EventTypes = Many("type"),
            SubEventTypes = Many("sub"),
            Countries = Many("country"),
            Admin1 = One("province"),
            PlaceId = Id("place"),
            RegionId = Id("region"),
            Box = Value("box", GeoBox.Parse, "write west, south, east and north in degrees, as 68.2,36.6,71.5,38.9"),
            Actors = All("actor", ActorPart.Parse, "write an actor’s id, and after a full stop perpetrator, target, responder or other"),
            TargetKinds = All("target", TargetKindName.Parse, $"write {string.Join(", ", TargetKindName.All)}"),
            WatchlistId = Id("watchlist"),
            SourceId = Id("source"),
            Text = One("q"),
            Status = Value("status", AddressValue.Word<IncidentStatus>, "write unreviewed, confirmed or rejected"),
            WithoutToll = Value("toll", text => AddressValue.Flag(text, "unsaid"), "write unsaid") ?? false,
            InConflict = Value("reports", text => AddressValue.Flag(text, "differ"), "write differ") ?? false,
            IsDemo = Value("demo", text => AddressValue.Flag(text, "only") ?? !AddressValue.Flag(text, "none"), "write only or none"),
            Killed = Count("killed"),
            Injured = Count("injured"),
            Abducted = Count("abducted"),
            Weapon = One("weapon"),
            Precision = Value("precision", AddressValue.Word<PlacePrecision>, "write exact, near, admin2, admin1, border or country"),
            Confidence = Value("confidence", AddressValue.Share, "write a number from 0 to 1"),
            Tags = Many("tag"),
            ReportedAfter = Value("since", AddressValue.Moment, "write a moment in UTC as 2026-11-24T14:05Z"),
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
        foreach (var type in Filter.SubEventTypes) Add("sub", type);
        foreach (var country in Filter.Countries) Add("country", country);
        Add("province", Filter.Admin1);
        Add("place", Filter.PlaceId?.ToString());
        Add("region", Filter.RegionId?.ToString());
        Add("box", Filter.Box?.ToString());
        foreach (var actor in Filter.Actors) Add("actor", actor.ToString());
        foreach (var kind in Filter.TargetKinds) Add("target", TargetKindName.Of(kind));
        Add("watchlist", Filter.WatchlistId?.ToString());
        Add("source", Filter.SourceId?.ToString());
        Add("killed", Filter.Killed?.ToString());
        Add("injured", Filter.Injured?.ToString());
        Add("abducted", Filter.Abducted?.ToString());
        Add("weapon", Filter.Weapon);
        Add("precision", Filter.Precision?.ToString().ToLowerInvariant());
        Add("confidence", Filter.Confidence?.ToString(CultureInfo.InvariantCulture));
        Add("status", Filter.Status?.ToString().ToLowerInvariant());
        foreach (var tag in Filter.Tags) Add("tag", tag);
        Add("toll", Filter.WithoutToll ? "unsaid" : null);
        Add("reports", Filter.InConflict ? "differ" : null);
        Add("demo", Filter.IsDemo switch { true => "only", false => "none", null => null });
        Add("since", Filter.ReportedAfter is { } since ? AddressValue.Of(since) : null);
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
