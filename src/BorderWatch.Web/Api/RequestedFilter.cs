using BorderWatch.Store.Search;
using BorderWatch.Web.Timeline;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BorderWatch.Web.Api;

/// <summary>The filter that a request asks for, with the parameters of the pages' own addresses.</summary>
internal static class RequestedFilter
{
    /// <summary>Reads it strictly: a program that misspells a parameter is told, instead of getting every incident.</summary>
    /// <param name="context">The request.</param>
    /// <param name="others">Parameters that the endpoint itself knows.</param>
    /// <returns>The filter, or an answer 400 that names everything that is wrong.</returns>
    public static async Task<(TimelineAddress Address, ProblemHttpResult? Refusal)> ReadAsync(HttpContext context, params string[] others)
    {
        var services = context.RequestServices;
        List<string> problems =
        [
            .. context.Request.Query.Keys.Where(name => !TimelineAddress.Names.Contains(name) && !others.Contains(name))
                .Select(name => $"“{name}” is no parameter of this address. There are {string.Join(", ", TimelineAddress.Names.Concat(others).Order())}."),
        ];
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var address = TimelineAddress.Read(context.Request.QueryString.Value ?? "", today, problems);
        var (read, unread) = await SearchAddress.ReadAsync(services.GetRequiredService<ISearchLanguage>(), address, context.RequestAborted);
        problems.AddRange(unread);
        return (read, problems.Count == 0 ? null : Refuse(problems));
    }

    /// <summary>400 with sentences.</summary>
    public static ProblemHttpResult Refuse(params IReadOnlyCollection<string> problems) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest, title: "The request cannot be read", detail: string.Join(' ', problems),
        extensions: new Dictionary<string, object?> { ["problems"] = problems });
}
