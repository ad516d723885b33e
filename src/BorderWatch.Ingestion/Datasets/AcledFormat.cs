using System.Globalization;
using System.Text.RegularExpressions;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Datasets;

/// <summary>
/// The export of ACLED. Source of the columns' meaning: ACLED Codebook, Armed Conflict Location &amp; Event Data, 2023.
/// A count of no fatalities is not taken over: the codebook has 0 both for nobody killed and for nothing known.
/// </summary>
internal sealed partial class AcledFormat : DatasetFormat
{
    public override string Name => "ACLED";

    public override string Reader => "acled/1";

    public override IReadOnlyList<string> Needed { get; } = ["event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "country", "location", "latitude", "longitude", "geo_precision", "fatalities"];

    public override DatasetRecord Read(DatasetRow row)
    {
        var text = new RecordText();
        foreach (var (column, cell) in row.Cells) text.Add(column, cell);
        var (type, subType) = (row.Text("event_type"), row.Text("sub_event_type"));
        if (!EventTaxonomy.Has(type, subType)) throw new DatasetRowException($"\"{type}\" with \"{subType}\" is no type of the codebook of 2023.");
        List<DraftClaim?> claims =
        [
            text.Claim(ClaimField.Kind, new ClaimValue.Kind(type, subType), "event_type", "sub_event_type"),
            text.Claim(ClaimField.Occurred, Occurred(row), "event_date", "time_precision"),
            text.Claim(ClaimField.Place, Place(row), "admin1", "admin2", "location", "country", "geo_precision"),
            .. Actors(row, text, type),
        ];
        if (row.Whole("fatalities") is > 0 and var killed) claims.Add(text.Claim(ClaimField.Killed, new ClaimValue.Casualties(killed, killed, killed), "fatalities"));
        return new DatasetRecord(
            row.Text("event_id_cnty"), Published(row), $"{subType} in {row.Text("location")}, {row.Text("country")}", text.ToString(), [.. claims.OfType<DraftClaim>()]);
    }

    // Codes of time_precision: 1 the day, 2 a day of the week that is meant, 3 the month.
    private static ClaimValue.Occurred Occurred(DatasetRow row)
    {
        var day = row.Day("event_date");
        return row.Whole("time_precision") switch
        {
            1 => new ClaimValue.Occurred(day, day, TimePrecision.Day),
            2 => new ClaimValue.Occurred(day.AddDays(-3), day.AddDays(3), TimePrecision.Week),
            3 => new ClaimValue.Occurred(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1).AddDays(-1), TimePrecision.Month),
            _ => throw new DatasetRowException("\"time_precision\" is 1, 2 or 3."),
        };
    }

    // Codes of geo_precision: 1 the place, 2 near it or a part of a region, 3 a larger region.
    private static ClaimValue.Place Place(DatasetRow row) => new(
        row.Text("location"), row.Find("admin2"), row.Find("admin1"), row.Country("country"), row.Degrees("latitude", 90), row.Degrees("longitude", 180),
        row.Whole("geo_precision") switch
        {
            1 => PlacePrecision.Exact,
            2 => PlacePrecision.Near,
            3 => PlacePrecision.Admin1,
            _ => throw new DatasetRowException("\"geo_precision\" is 1, 2 or 3."),
        }, null);

    // In a battle neither side is said to have begun; where civilians are hit or things explode, the first side did it.
    private static IEnumerable<DraftClaim?> Actors(DatasetRow row, RecordText text, string type)
    {
        var oneSided = type is "Violence against civilians" or "Explosions/Remote violence";
        foreach (var (column, inter, role) in new[]
        {
            ("actor1", "inter1", oneSided || type is "Protests" or "Riots" ? ActorRole.Perpetrator : ActorRole.Other),
            ("actor2", "inter2", oneSided ? ActorRole.Target : ActorRole.Other),
        })
        {
            if (row.Find(column) is not { } name) continue;
            var unknown = name.StartsWith("Unidentified", StringComparison.Ordinal);
            yield return text.Claim(ClaimField.Actor, new ClaimValue.Actor(
                Period().Replace(name, ""), role, unknown ? Attribution.Unidentified : Attribution.Confirmed, Kind(row.Find(inter)), Home(name)), column);
        }
    }

    private static ActorKind Kind(string? inter) => inter switch
    {
        "1" or "State forces" => ActorKind.State,
        "2" or "Rebel group" => ActorKind.Rebel,
        "3" or "4" or "Political militia" or "Identity militia" => ActorKind.Militia,
        "5" or "6" or "7" or "Rioters" or "Protesters" or "Civilians" => ActorKind.Civilian,
        "8" or "External/Other forces" => ActorKind.External,
        _ => ActorKind.Unknown,
    };

    // "Military Forces of Pakistan (2022-)", "Civilians (Tajikistan)".
    private static string? Home(string actor)
    {
        var bracketed = Bracket().Match(actor);
        var named = bracketed.Success ? bracketed.Groups[1].Value : OfCountry().Match(actor).Groups[1].Value;
        return named.Length > 0 ? Extraction.Places.CountryLexicon.CodeOfName(named) : null;
    }

    private static DateTimeOffset? Published(DatasetRow row) =>
        long.TryParse(row.Find("timestamp"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 7_000_000_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    [GeneratedRegex(@"\s*\(\d{4}-(\d{4})?\)")]
    private static partial Regex Period();

    [GeneratedRegex(@"\(([^()\d]+)\)$")]
    private static partial Regex Bracket();

    [GeneratedRegex(@"\bForces of ([^()]+?)\s*(\(|$)")]
    private static partial Regex OfCountry();
}
