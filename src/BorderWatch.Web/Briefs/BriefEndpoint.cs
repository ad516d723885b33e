using System.Globalization;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Briefs;
using BorderWatch.Web.Api;

namespace BorderWatch.Web.Briefs;

/// <summary>A brief as a file.</summary>
internal static class BriefEndpoint
{
    /// <summary><c>/export/briefs/{id}.docx</c>, of the newest version or of <c>version</c>.</summary>
    public static void MapBriefs(this WebApplication app) =>
        app.MapGet("/export/briefs/{id:guid}.docx", SendAsync).RequireCaller(Permission.Export).RequireRateLimiting(HttpApi.Exporting).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(Guid id, HttpContext context, IBriefQuery briefs)
    {
        var (asked, number) = (context.Request.Query["version"].ToString(), 0);
        if (asked.Length > 0 && !int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out number)) return RequestedFilter.Refuse("“version” is a number; leave it out for the newest.");
        if (await briefs.ReadAsync(id, asked.Length > 0 ? number : null, context.RequestAborted) is not { } brief)
            return Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "Not found", detail: "There is no brief of this id, or no such version of it.");
        var request = context.Request;
        var document = new BriefDocument(brief, $"{request.Scheme}://{request.Host}{request.PathBase}").Write();
        return Results.File(document, BriefDocument.Type, BriefDocument.NameOf(brief));
    }
}
