using System.Text;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Api;
using BorderWatch.Web.Shell;

namespace BorderWatch.Web.Sources;

/// <summary>The sources as a file for other programs.</summary>
internal static class SourceListEndpoint
{
    /// <summary><c>/export/sources.opml</c>.</summary>
    public static void MapSourceList(this WebApplication app) => app.MapGet("/export/sources.opml", SendAsync).RequireCaller(Permission.Export).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(HttpContext context, IFeedList list, CurrentCaller caller)
    {
        var written = await list.ExportAsync(await caller.OfAsync(context.User), context.RequestAborted);
        return written.Error is { } refusal
            ? Results.Problem(statusCode: StatusCodes.Status403Forbidden, detail: refusal)
            : Results.File(Encoding.UTF8.GetBytes(written.Value!), "text/x-opml; charset=utf-8", "borderwatch-sources.opml");
    }
}
