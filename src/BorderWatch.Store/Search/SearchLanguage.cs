using System.Globalization;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Store.Search;

internal sealed class SearchLanguage(INameQuery names) : ISearchLanguage
{
    private const int Offered = 8;

    public async Task<SearchReading> ReadAsync(TimelineFilter filter, CancellationToken cancellation)
    {
        var said = SearchText.Read(filter.Text);
        if (said.Terms.Count == 0) return new(filter, []);
        var read = filter with { Text = said.Words.Length > 0 ? said.Words : null };
        List<string> problems = [];
        foreach (var term in said.Terms)
        {
            var (narrowed, problem) = await ReadAsync(read, term, cancellation);
            read = narrowed;
            if (problem is not null) problems.Add(problem);
        }
        if (read.From > read.To) problems.Add("The days end before they begin: “before:” must be later than “after:”.");
        return new(read, problems);
    }

    public async Task<IReadOnlyList<SearchCompletion>> CompleteAsync(string text, CancellationToken cancellation)
    {
        var (before, last) = SearchTail.Of(text);
        if (last is null) return [];
        if (!last.Contains(':', StringComparison.Ordinal))
        {
            var typed = last.TrimStart('-').ToLowerInvariant();
            return [.. SearchKey.All.Where(key => key.Name.StartsWith(typed, StringComparison.Ordinal)).Take(Offered)
                .Select(key => new SearchCompletion($"{before}{key.Name}:", $"{key.Name}:", $"{key.Summary}, as {key.Example}"))];
        }
        if (SearchText.Read(last).Terms is not [var term] || SearchKey.Of(term.Key) is not { } of) return [];
        var values = of.Names is { } kind
            ? (await names.FindAsync(kind, term.Value, Offered, cancellation)).Select(match => (match.Name, match.Note))
            : of.Values.Where(value => value.Contains(term.Value, StringComparison.OrdinalIgnoreCase)).Take(Offered).Select(value => (Name: value, Note: (string?)null));
        return [.. values.Where(value => value.Name != term.Value).Select(value => new SearchCompletion($"{before}{term with { Value = value.Name }} ", value.Name, value.Note))];
    }

    private async Task<(TimelineFilter Filter, string? Problem)> ReadAsync(TimelineFilter filter, SearchTerm term, CancellationToken cancellation)
    {
        if (SearchKey.Of(term.Key) is not { } key)
        {
            return (filter, $"“{term.Key}:” is nothing that can be searched by. There are {string.Join(", ", SearchKey.All.Select(known => known.Name + ":"))}. "
                + $"To find the words themselves, put them in quotation marks: \"{term.Key}:{term.Value}\".");
        }
        if (term.Value.Length == 0) return (filter, $"After “{key.Name}:” a value is missing, as in {key.Example}.");
        if (term.IsExcluded && key.Name != "is") return (filter, $"“-{term}” cannot be left out: only words, phrases and -is:demo can. Take the minus away.");
        return key.Names is { } kind ? await NameAsync(filter, key, kind, term.Value, cancellation) : Plain(filter, key, term);
    }

    private async Task<(TimelineFilter, string?)> NameAsync(TimelineFilter filter, SearchKey key, NameKind kind, string value, CancellationToken cancellation)
    {
        var found = await names.FindAsync(kind, value, Offered, cancellation);
        var exact = found.Where(match => match.IsExact).ToList();
        // Of a country, a region, a province and a place of one name the larger is meant; of two actors of one name nobody can tell.
        var match = exact.Count > 0 ? exact.OrderBy(one => one.Thing).First() : found.Count == 1 ? found[0] : null;
        if (match is not null) return (Named(filter, key, match), null);
        return (filter, found.Count == 0
            ? $"Nothing called “{value}” is known for “{key.Name}:”. Write a part of the name and choose from the list."
            : $"“{value}” can be several for “{key.Name}:”: {string.Join(", ", found.Take(5).Select(one => $"“{one.Name}”"))}. Write one of them whole, in quotation marks.");
    }

    private static TimelineFilter Named(TimelineFilter filter, SearchKey key, NamedMatch match) => match.Thing switch
    {
        NamedThing.Actor => filter with
        {
            Actors = [.. filter.Actors.Append(new(Guid.Parse(match.Value), key.Name switch { "by" => ActorRole.Perpetrator, "against" => ActorRole.Target, _ => null })).Distinct()],
        },
        NamedThing.Country => filter with { Countries = [.. filter.Countries.Append(match.Value).Distinct()] },
        NamedThing.Region => filter with { RegionId = Guid.Parse(match.Value) },
        NamedThing.Province => filter with { Admin1 = match.Value },
        NamedThing.Place => filter with { PlaceId = Guid.Parse(match.Value) },
        NamedThing.Source => filter with { SourceId = Guid.Parse(match.Value) },
        NamedThing.Tag => filter with { Tags = [.. filter.Tags.Append(match.Value).Distinct()] },
        NamedThing.Weapon => filter with { Weapon = match.Value },
        _ => throw new ArgumentOutOfRangeException(nameof(match), match.Thing, null),
    };

    private static (TimelineFilter, string?) Plain(TimelineFilter filter, SearchKey key, SearchTerm term)
    {
        var value = term.Value;
        var read = key.Name switch
        {
            "after" => Period.Parse(value) is { } period ? filter with { From = period.First } : null,
            "before" => Period.Parse(value) is { } period ? filter with { To = period.First.AddDays(-1) } : null,
            "during" => Period.Parse(value) is { } period ? filter with { From = period.First, To = period.Last } : null,
            "type" => OfType(filter, value),
            "target" => TargetKindName.Parse(value) is { } kind ? filter with { TargetKinds = [.. filter.TargetKinds.Append(kind).Distinct()] } : null,
            "killed" => CountRange.Parse(value) is { } range ? filter with { Killed = range } : null,
            "injured" => CountRange.Parse(value) is { } range ? filter with { Injured = range } : null,
            "abducted" => CountRange.Parse(value) is { } range ? filter with { Abducted = range } : null,
            "status" => Enum.GetValues<IncidentStatus>().Where(status => Is(status.ToString())).ToList() is [var status] ? filter with { Status = status } : null,
            "precision" => PrecisionOf(value) is { } precision ? filter with { Precision = precision } : null,
            "confidence" => Share(value) is { } share ? filter with { Confidence = share } : null,
            "has" => Is("conflict") ? filter with { InConflict = true } : null,
            "no" => Is("toll") ? filter with { WithoutToll = true } : null,
            "is" => Is("demo") ? filter with { IsDemo = !term.IsExcluded } : null,
            _ => null,
        };
        return read is not null ? (read, null) : (filter, Wrong(key, value));

        bool Is(string word) => word.Equals(value, StringComparison.OrdinalIgnoreCase);
    }

    private static string Wrong(SearchKey key, string value) => $"“{key.Name}:{value}” cannot be read. " + key.Name switch
    {
        "after" or "before" or "during" => $"Write a year, a month or a day: {key.Name}:2025, {key.Name}:2025-11 or {key.Name}:2025-11-24.",
        "killed" or "injured" or "abducted" => $"Write a number: {key.Name}:3, {key.Name}:>3, {key.Name}:3+, {key.Name}:<10 or {key.Name}:3..10.",
        "type" => $"Write one of {string.Join(", ", EventTypology.Types)}, or one of their sub-types.",
        _ => $"Write {string.Join(" or ", key.Values.Select(known => $"{key.Name}:{known}"))}.",
    };

    // The whole name, else the one type that begins so, else the one type or sub-type that holds the words.
    private static TimelineFilter? OfType(TimelineFilter filter, string value)
    {
        var subTypes = EventTypology.Types.SelectMany(EventTypology.SubTypesOf).ToList();
        foreach (var fits in new Func<string, bool>[]
        {
            name => name.Equals(value, StringComparison.OrdinalIgnoreCase), name => name.StartsWith(value, StringComparison.OrdinalIgnoreCase),
            name => name.Contains(value, StringComparison.OrdinalIgnoreCase),
        })
        {
            if (EventTypology.Types.Where(fits).ToList() is [var type]) return filter with { EventTypes = [.. filter.EventTypes.Append(type).Distinct()] };
            if (subTypes.Where(fits).ToList() is [var sub]) return filter with { SubEventTypes = [.. filter.SubEventTypes.Append(sub).Distinct()] };
        }
        return null;
    }

    private static PlacePrecision? PrecisionOf(string value) => value.ToLowerInvariant() switch
    {
        "exact" => PlacePrecision.Exact,
        "near" => PlacePrecision.Near,
        "district" or "admin2" => PlacePrecision.Admin2,
        "province" or "admin1" => PlacePrecision.Admin1,
        "border" => PlacePrecision.Border,
        "country" => PlacePrecision.Country,
        _ => null,
    };

    /// <summary>"80%", "0.8", with "&gt;=" or "&gt;" before it or "+" behind.</summary>
    private static double? Share(string value)
    {
        var number = value.TrimStart('>').TrimStart('=').TrimEnd('+');
        var isPercent = number.EndsWith('%');
        if (!double.TryParse(number.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)) return null;
        if (isPercent || share > 1) share /= 100;
        return share is >= 0 and <= 1 ? Math.Round(share, 4) : null;
    }
}
