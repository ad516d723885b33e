using System.Text.Json;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Exports;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Api;

/// <summary>A number of people. All three null: no report says anything, which is not zero.</summary>
public sealed record CountResource(int? Low, int? Best, int? High)
{
    internal static CountResource Of(CasualtyCount count) => new(count.Low, count.Best, count.High);
}

/// <summary>Where an incident happened.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Admin2">District; null where it is not known.</param>
/// <param name="Admin1">Province; null where it is not known.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Latitude">WGS 84 degrees.</param>
/// <param name="Longitude">WGS 84 degrees.</param>
/// <param name="Precision">What the coordinates mean: of anything coarser than near they are a centre.</param>
public sealed record PlaceResource(string Name, string? Admin2, string? Admin1, string? CountryCode, double? Latitude, double? Longitude, PlacePrecision? Precision);

/// <summary>Somebody who took part.</summary>
public sealed record ActorPartResource(Guid Id, string Name, ActorKind Kind, ActorRole Role, Attribution Attribution);

/// <summary>An incident: what its reports add up to.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Permalink">Its page.</param>
/// <param name="Title">One line.</param>
/// <param name="EventType">ACLED's event type.</param>
/// <param name="SubEventType">ACLED's sub-event type.</param>
/// <param name="TimelineDate">Where it stands in the timeline: the last day that it can have happened, or the day first reported.</param>
/// <param name="OccurredFrom">First possible day; null where nothing is known.</param>
/// <param name="OccurredTo">Last possible day, inclusive.</param>
/// <param name="TimePrecision">How precisely the date is known.</param>
/// <param name="Place">Null where no report says.</param>
/// <param name="Killed">People killed.</param>
/// <param name="Injured">People injured.</param>
/// <param name="Abducted">People abducted.</param>
/// <param name="Weapon">The means; null where no report says.</param>
/// <param name="Actors">Who took part.</param>
/// <param name="Sources">The outlets that report it.</param>
/// <param name="ReportCount">How many reports.</param>
/// <param name="ReportsDiffer">True where reports contradict each other.</param>
/// <param name="Confidence">0 to 1: that this is an incident and rightly typed.</param>
/// <param name="Status">What an editor has said.</param>
/// <param name="Tags">Editors' words.</param>
/// <param name="IsDemo">True where every report comes from invented demo outlets.</param>
/// <param name="FirstReportedAt">When the first report arrived, UTC.</param>
/// <param name="LastReportedAt">When the last report arrived, UTC.</param>
public sealed record IncidentResource(
    Guid Id, string Permalink, string Title, string EventType, string SubEventType, DateOnly TimelineDate, DateOnly? OccurredFrom, DateOnly? OccurredTo,
    TimePrecision TimePrecision, PlaceResource? Place, CountResource Killed, CountResource Injured, CountResource Abducted, string? Weapon,
    IReadOnlyList<ActorPartResource> Actors, IReadOnlyList<string> Sources, int ReportCount, bool ReportsDiffer, double Confidence, IncidentStatus Status,
    IReadOnlyList<string> Tags, bool IsDemo, DateTimeOffset FirstReportedAt, DateTimeOffset LastReportedAt)
{
    internal static IncidentResource Of(ExportRow row, string site) => new(
        row.Id, $"{site}/incidents/{row.Id}", row.Title, row.EventType, row.SubEventType, row.TimelineDate, row.OccurredFrom, row.OccurredTo, row.TimePrecision,
        row.PlaceName is null ? null : new(row.PlaceName, row.Admin2, row.Admin1, row.CountryCode, row.Latitude, row.Longitude, row.PlacePrecision),
        CountResource.Of(row.Killed), CountResource.Of(row.Injured), CountResource.Of(row.Abducted), row.Weapon,
        [.. row.Actors.Select(actor => new ActorPartResource(actor.Id, actor.Name, actor.Kind, actor.Role, actor.Attribution))],
        row.Sources, row.ReportCount, row.HasConflict, row.Confidence, row.Status, row.Tags, row.IsDemo, row.FirstReportedAt, row.LastReportedAt);
}

/// <summary>A page of incidents, newest first.</summary>
/// <param name="Items">The incidents.</param>
/// <param name="Next">What to send as <c>cursor</c> for the next page; null at the end.</param>
public sealed record IncidentPageResource(IReadOnlyList<IncidentResource> Items, string? Next);

/// <summary>An incident with what each report says.</summary>
/// <param name="Incident">What the reports add up to.</param>
/// <param name="Reports">The newest publication first.</param>
public sealed record IncidentDetailResource(IncidentResource Incident, IReadOnlyList<ReportResource> Reports);

/// <summary>One article's account of an incident.</summary>
/// <param name="Id">UUID.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Source">The outlet.</param>
/// <param name="Url">The article's address; null for pasted text.</param>
/// <param name="PublishedAt">Null where the outlet does not say.</param>
/// <param name="Title">One line.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Claims">In the order of the text.</param>
public sealed record ReportResource(Guid Id, Guid ArticleId, string Source, string? Url, DateTimeOffset? PublishedAt, string Title, double Confidence, IReadOnlyList<ClaimResource> Claims)
{
    internal static ReportResource Of(ReportView report) => new(
        report.Id, report.ArticleId, report.SourceName, report.Url, report.PublishedAt, report.Title, report.Confidence, [.. report.Claims.Select(ClaimResource.Of)]);
}

/// <summary>One value of one field, with the words that it rests on.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Value">By field: a kind, days, a place, an actor, a number of people, or words; the property <c>is</c> names which.</param>
/// <param name="Quote">The words, exactly as they stand in the article.</param>
/// <param name="QuoteStart">First UTF-16 code unit of the quote in the article's text, or in its headline.</param>
/// <param name="QuoteEnd">Exclusive.</param>
/// <param name="InTitle">True where the quote stands in the headline.</param>
/// <param name="Extractor">What made it, with its version.</param>
public sealed record ClaimResource(ClaimField Field, JsonElement Value, string Quote, int QuoteStart, int QuoteEnd, bool InTitle, string Extractor)
{
    internal static ClaimResource Of(ClaimView claim)
    {
        using var value = JsonDocument.Parse(claim.Value.ToJson());
        return new(claim.Field, value.RootElement.Clone(), claim.Quote, claim.QuoteStart, claim.QuoteEnd, claim.InTitle, claim.Extractor);
    }
}

/// <summary>A name that a filter can ask for.</summary>
/// <param name="Kind">"actor", "country", "region", "province", "place", "source", "tag" or "weapon".</param>
/// <param name="Value">What goes into the filter's parameter of that name.</param>
/// <param name="Name">As shown.</param>
/// <param name="Note">What tells it from others of the same name.</param>
public sealed record NameResource(string Kind, string Value, string Name, string? Note);

/// <summary>An actor.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">As shown.</param>
/// <param name="Kind">What kind of actor it is.</param>
/// <param name="CountryCode">ISO 3166-1 alpha-2; null where it has none.</param>
/// <param name="IncidentCount">How many incidents it takes part in, rejected ones included.</param>
public sealed record ActorResource(Guid Id, string Name, ActorKind Kind, string? CountryCode, int IncidentCount);

/// <summary>A region that the organisation watches.</summary>
/// <param name="Id">The region.</param>
/// <param name="Name">Its name.</param>
/// <param name="Areas">Countries, provinces and districts that belong to it.</param>
/// <param name="Borders">Land on both sides of borders.</param>
/// <param name="Outlines">What was drawn on the map.</param>
/// <param name="Regions">The ids of other regions that belong to it whole.</param>
public sealed record RegionResource(
    Guid Id, string Name, IReadOnlyList<AreaResource> Areas, IReadOnlyList<BorderResource> Borders, IReadOnlyList<OutlineResource> Outlines, IReadOnlyList<Guid> Regions);

/// <summary>A country, one province of it, or one district of that.</summary>
public sealed record AreaResource(string CountryCode, string? Admin1, string? Admin2);

/// <summary>The land on both sides of the border of two countries.</summary>
/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="OtherCountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Kilometres">How far from the border, on each side.</param>
public sealed record BorderResource(string CountryCode, string OtherCountryCode, double Kilometres);

/// <summary>A polygon.</summary>
/// <param name="Name">What it is called; may be empty.</param>
/// <param name="Corners">Longitude and latitude of each, WGS 84 degrees; the last is joined to the first.</param>
public sealed record OutlineResource(string Name, IReadOnlyList<double[]> Corners);

/// <summary>An outlet.</summary>
public sealed record SourceResource(Guid Id, string Name, string? CountryCode, bool IsDemo, bool IsEnabled, int ArticleCount, int IncidentCount, DateTimeOffset? LastArticleAt);
