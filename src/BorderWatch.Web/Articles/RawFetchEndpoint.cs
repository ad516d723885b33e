using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Web.Api;

namespace BorderWatch.Web.Articles;

/// <summary>What an article was read from, to look at where its reading seems wrong.</summary>
internal static class RawFetchEndpoint
{
    /// <summary><c>/articles/{id}/fetched</c>: always a file to save, never a page of this site.</summary>
    public static void MapRawFetches(this WebApplication app) => app.MapGet("/articles/{id:guid}/fetched", SendAsync).RequireCaller(Permission.Export).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(Guid id, IArticleQuery query, HttpContext context) =>
        await query.RawAsync(id, context.RequestAborted) is { } raw
            ? Results.File(raw.Unpack(), "application/octet-stream", $"{id}.txt")
            : Results.Problem(statusCode: StatusCodes.Status404NotFound, detail: "Nothing is kept of what this article was read from, or not any more.");
}
