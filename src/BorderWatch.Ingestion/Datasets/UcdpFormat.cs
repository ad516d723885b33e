using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Datasets;

/// <summary>
/// The Georeferenced Event Dataset of the Uppsala Conflict Data Program. Source of the columns' meaning: UCDP GED Codebook, version 24.1.
/// Its events are deaths by organised violence: between armed sides, which is a clash here, or against civilians.
/// </summary>
internal sealed class UcdpFormat : DatasetFormat
{
    public override string Name => "UCDP GED";

    public override string Reader => "ucdp-ged/1";

    public override IReadOnlyList<string> Needed { get; } = ["id", "type_of_violence", "side_a", "side_b", "where_prec", "where_coordinates", "latitude", "longitude", "country", "date_start", "date_end", "best", "high", "low"];

    public override DatasetRecord Read(DatasetRow row)
    {
        var text = new RecordText();
        foreach (var (column, cell) in row.Cells) text.Add(column, cell);
        var oneSided = row.Whole("type_of_violence") switch
        {
            1 or 2 => false,
            3 => true,
            _ => throw new DatasetRowException("\"type_of_violence\" is 1, 2 or 3."),
        };
        var kind = oneSided ? new ClaimValue.Kind("Violence against civilians", "Attack") : new ClaimValue.Kind("Battles", "Armed clash");
        List<DraftClaim?> claims =
        [
            text.Claim(ClaimField.Kind, kind, "type_of_violence"),
            text.Claim(ClaimField.Occurred, Occurred(row), "date_start", "date_end"),
            text.Claim(ClaimField.Place, Place(row), "where_prec", "where_coordinates"),
            Actor(row, text, "side_a", oneSided ? ActorRole.Perpetrator : ActorRole.Other),
            Actor(row, text, "side_b", oneSided ? ActorRole.Target : ActorRole.Other),
        ];
        var (low, best, high) = (row.Whole("low"), row.Whole("best"), row.Whole("high"));
        if (low > best || best > high) throw new DatasetRowException($"\"low\", \"best\" and \"high\" are {low}, {best} and {high}; they should not fall.");
        if (high > 0) claims.Add(text.Claim(ClaimField.Killed, new ClaimValue.Casualties(low, best, high), "low", "best", "high"));
        return new DatasetRecord(
            row.Text("id"), null, $"{kind.SubEventType} in {row.Text("where_coordinates")}, {row.Text("country")}: {row.Text("side_a")} – {row.Text("side_b")}", text.ToString(), [.. claims.OfType<DraftClaim>()]);
    }

    private static ClaimValue.Occurred Occurred(DatasetRow row)
    {
        var (from, to) = (row.Day("date_start"), row.Day("date_end"));
        if (to < from) throw new DatasetRowException("\"date_end\" is before \"date_start\".");
        var precision = (to.DayNumber - from.DayNumber) switch { 0 => TimePrecision.Day, < 7 => TimePrecision.Week, < 31 => TimePrecision.Month, _ => TimePrecision.Year };
        return new ClaimValue.Occurred(from, to, precision);
    }

    // Codes of where_prec: 1 the place, 2 within 25 km of it, 3 the district, 4 the province, 5 a part of the country or a line, 6 the country, 7 waters or air.
    private static ClaimValue.Place Place(DatasetRow row) => new(
        row.Text("where_coordinates"), row.Find("adm_2"), row.Find("adm_1"), row.Country("country"), row.Degrees("latitude", 90), row.Degrees("longitude", 180),
        row.Whole("where_prec") switch
        {
            1 => PlacePrecision.Exact,
            2 => PlacePrecision.Near,
            3 => PlacePrecision.Admin2,
            4 => PlacePrecision.Admin1,
            5 or 6 or 7 => PlacePrecision.Country,
            _ => throw new DatasetRowException("\"where_prec\" is from 1 to 7."),
        }, null);

    private static DraftClaim? Actor(DatasetRow row, RecordText text, string column, ActorRole role)
    {
        var name = row.Text(column);
        const string Government = "Government of ";
        if (name == "Civilians") return text.Claim(ClaimField.Actor, new ClaimValue.Actor(name, role, Attribution.Confirmed, ActorKind.Civilian, null), column);
        var home = name.StartsWith(Government, StringComparison.Ordinal) ? Extraction.Places.CountryLexicon.CodeOfName(name.AsSpan(Government.Length)) : null;
        // The dataset does not say of what kind the others are: rebels and militias stand in the same column.
        return text.Claim(ClaimField.Actor, new ClaimValue.Actor(name, role, Attribution.Confirmed, name.StartsWith(Government, StringComparison.Ordinal) ? ActorKind.State : ActorKind.Unknown, home), column);
    }
}
