using System.Globalization;
using BorderWatch.Store.Actors;
using BorderWatch.Store.Exports;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Search;
using BorderWatch.Store.Sources;
using BorderWatch.Store.Timeline;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BorderWatch.Web.Api;

/// <summary>What programs ask: <c>/api/v1</c>.</summary>
internal static class ApiEndpoints
{
    private const int LargestPage = 200;

    /// <summary>Maps the addresses.</summary>
    public static void MapEndpoints(RouteGroupBuilder api)
    {
        api.MapGet("/incidents", ListAsync).WithName("ListIncidents").WithSummary("Incidents under a filter, newest first").TakesFilter()
            .TakesQuery("size", $"Incidents a page, 1 to {LargestPage}; 50 where it is not given.").TakesQuery("cursor", "Where the page before ended: its next.");
        api.MapGet("/incidents/count", CountAsync).WithName("CountIncidents").WithSummary("How many incidents a filter lets through").TakesFilter();
        api.MapGet("/incidents/{id:guid}", FindAsync).WithName("GetIncident").WithSummary("One incident, with what each report says and in which words")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/actors/{id:guid}", ActorAsync).WithName("GetActor").WithSummary("One actor").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/actors", (string? name, INameQuery names, CancellationToken stop) => NamesAsync(NameKind.Actor, name, names, stop))
            .WithName("FindActors").WithSummary("Actors by name, or by any other name of theirs");
        api.MapGet("/places", (string? name, INameQuery names, CancellationToken stop) => NamesAsync(NameKind.Place, name, names, stop))
            .WithName("FindPlaces").WithSummary("Countries, regions, provinces and places by name");
        api.MapGet("/regions", RegionsAsync).WithName("ListRegions").WithSummary("The regions that the organisation watches");
        api.MapGet("/sources", SourcesAsync).WithName("ListSources").WithSummary("The outlets, with what came of them");
    }

    private static async Task<Results<TaggedJson<IncidentPageResource>, ProblemHttpResult>> ListAsync(HttpContext context, IExportQuery query)
    {
        var (address, refusal) = await RequestedFilter.ReadAsync(context, "size", "cursor");
        if (refusal is not null) return refusal;
        var (size, cursor) = (context.Request.Query["size"].ToString(), context.Request.Query["cursor"].ToString());
        if (!int.TryParse(size.Length > 0 ? size : "50", NumberStyles.None, CultureInfo.InvariantCulture, out var most) || most is < 1 or > LargestPage)
            return RequestedFilter.Refuse($"“size” is a number from 1 to {LargestPage}.");
        var after = ApiCursor.Read(cursor);
        if (cursor.Length > 0 && after is null) return RequestedFilter.Refuse("“cursor” is what a page gave as next. Leave it out to begin at the newest.");

        // One more than asked for tells whether there is a next page.
        var rows = await query.RowsAsync(address.Filter, after, most + 1, context.RequestAborted).ToListAsync(context.RequestAborted);
        List<IncidentResource> items = [.. rows.Take(most).Select(row => IncidentResource.Of(row, Site(context)))];
        return new TaggedJson<IncidentPageResource>(new(items, rows.Count > most ? ApiCursor.Write(new(items[^1].TimelineDate, items[^1].Id)) : null));
    }

    private static async Task<Results<TaggedJson<CountOfIncidents>, ProblemHttpResult>> CountAsync(HttpContext context, ITimelineQuery query)
    {
        var (address, refusal) = await RequestedFilter.ReadAsync(context);
        return refusal is not null ? refusal : new TaggedJson<CountOfIncidents>(new(await query.CountAsync(address.Filter, context.RequestAborted)));
    }

    private static async Task<Results<TaggedJson<IncidentDetailResource>, ProblemHttpResult>> FindAsync(Guid id, HttpContext context, IIncidentQuery query)
    {
        if (await query.FindAsync(id, context.RequestAborted) is not { } detail) return Missing("There is no incident of this id. It may have been merged into another.");
        var (incident, place) = (detail.Incident, detail.Incident.Place);
        return new TaggedJson<IncidentDetailResource>(new(
            new(
                incident.Id, $"{Site(context)}/incidents/{incident.Id}", incident.Title, incident.EventType, incident.SubEventType, incident.TimelineDate, incident.OccurredFrom,
                incident.OccurredTo, incident.TimePrecision,
                place is null ? null : new(place.Name, place.Admin2, place.Admin1, place.CountryCode, place.Latitude, place.Longitude, incident.PlacePrecision),
                CountResource.Of(incident.Killed), CountResource.Of(incident.Injured), CountResource.Of(incident.Abducted), incident.Weapon,
                [.. detail.Actors.Select(actor => new ActorPartResource(actor.ActorId, actor.Name, actor.Kind, actor.Role, actor.Attribution))],
                [.. detail.Reports.Select(report => report.SourceName).Distinct().Order(StringComparer.Ordinal)], incident.ReportCount, incident.HasConflict,
                incident.Confidence, incident.Status, detail.Tags, incident.IsDemo, incident.FirstReportedAt, incident.LastReportedAt),
            [.. detail.Reports.Select(ReportResource.Of)]));
    }

    private static async Task<TaggedJson<IReadOnlyList<NameResource>>> NamesAsync(NameKind kind, string? name, INameQuery names, CancellationToken cancellation) =>
        new([.. (await names.FindAsync(kind, name ?? "", 50, cancellation)).Select(match => new NameResource(match.Thing.ToString().ToLowerInvariant(), match.Value, match.Name, match.Note))]);

    private static async Task<Results<TaggedJson<ActorResource>, ProblemHttpResult>> ActorAsync(Guid id, IActorQuery query, CancellationToken cancellation) =>
        await query.FindAsync(id, cancellation) is { } actor
            ? new TaggedJson<ActorResource>(new(actor.Id, actor.Name, actor.Kind, actor.CountryCode, actor.IncidentCount))
            : Missing("There is no actor of this id.");

    private static async Task<TaggedJson<IReadOnlyList<RegionResource>>> RegionsAsync(IRegionQuery query, CancellationToken cancellation) =>
        new([.. (await query.ListAsync(cancellation)).Select(region => new RegionResource(region.Id, region.Name, [.. region.Areas.Select(area => new AreaResource(area.CountryCode, area.Admin1, area.Admin2))],
            [.. region.Borders.Select(border => new BorderResource(border.CountryCode, border.OtherCountryCode, border.Kilometres))],
            [.. region.Outlines.Select(outline => new OutlineResource(outline.Name, [.. outline.Shape.Select(corner => new[] { corner.X, corner.Y })]))],
            [.. region.Held.Select(nesting => nesting.HeldId)]))]);

    private static async Task<TaggedJson<IReadOnlyList<SourceResource>>> SourcesAsync(ISourceQuery query, CancellationToken cancellation) =>
        new([.. (await query.ListAsync(cancellation)).Select(view => new SourceResource(
            view.Source.Id, view.Source.Name, view.Source.CountryCode, view.Source.IsDemo, view.Source.IsEnabled, view.ArticleCount, view.IncidentCount, view.LastArticleAt))]);

    private static ProblemHttpResult Missing(string sentence) =>
        TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: sentence);

    private static string Site(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
}

/// <summary>How many incidents a filter lets through.</summary>
public sealed record CountOfIncidents(int Count);
