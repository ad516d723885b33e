using Microsoft.OpenApi;

namespace BorderWatch.Web.Api;

/// <summary>Describes parameters that the endpoints read from the address themselves.</summary>
internal static class ApiDescription
{
    private static readonly (string Name, string Says)[] s_filter =
    [
        ("q", "Words as a web search takes them (\"a phrase\", -without, or), and terms of the search language such as killed:>3 or in:Khatlon."),
        ("last", "The last so many days, 1 to 3660; in place of from and to."),
        ("from", "First day, inclusive: 2026-11-24."),
        ("to", "Last day, inclusive."),
        ("type", "ACLED event type. Can be given several times."),
        ("sub", "ACLED sub-event type. Can be given several times."),
        ("country", "ISO 3166-1 alpha-2 code. Can be given several times."),
        ("province", "A province's name as incidents carry it."),
        ("place", "The id of a place."),
        ("region", "The id of a region."),
        ("box", "A part of the world: west, south, east, north in degrees, as 68.2,36.6,71.5,38.9. Only places known at least to the district."),
        ("actor", "The id of an actor, and after a full stop, where it matters, perpetrator, target, responder or other. Given several times, all must have taken part."),
        ("target", "What kind of target was hit: foreign-nationals, aid-workers, mining, infrastructure, health, education, media or religion. Can be given several times; any of them."),
        ("watchlist", "The id of a watchlist: any of its actors took part, or it happened at any of its places."),
        ("source", "The id of a source that reports it."),
        ("killed", "People killed: 3, 3.. for three and more, ..5 for at most five, or 3..5. Incidents of which nobody says are left out."),
        ("injured", "People injured, likewise."),
        ("abducted", "People abducted, likewise."),
        ("weapon", "The means."),
        ("precision", "The place is known as precisely as exact, near, admin2, admin1, border or country, or more so."),
        ("confidence", "At least so sure, 0 to 1."),
        ("status", "unreviewed, confirmed or rejected. Rejected incidents are left out unless asked for."),
        ("tag", "An editor's word. Given several times, all must be there."),
        ("toll", "unsaid: nobody says whether anybody was killed."),
        ("reports", "differ: reports contradict each other."),
        ("demo", "only, or none."),
        ("since", "First reported after this moment, UTC: 2026-11-24T14:05Z, with seconds where wanted. Ask with the newest that you have, and you get what came since."),
    ];

    /// <summary>Describes the filter, and the answer to one that cannot be read.</summary>
    public static RouteHandlerBuilder TakesFilter(this RouteHandlerBuilder endpoint)
    {
        foreach (var (name, says) in s_filter) endpoint.TakesQuery(name, says);
        return endpoint.ProducesProblem(StatusCodes.Status400BadRequest);
    }

    /// <summary>Describes a parameter.</summary>
    public static RouteHandlerBuilder TakesQuery(this RouteHandlerBuilder endpoint, string name, string says) =>
        endpoint.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Description = says,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
            return Task.CompletedTask;
        });

    /// <summary>The names that are described; every one of them is read, and the other way round.</summary>
    public static IEnumerable<string> Filter => s_filter.Select(parameter => parameter.Name);
}
