using System.Globalization;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Exports;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Api;

namespace BorderWatch.Web.Exports;

/// <summary>Files of exactly what a filter lets through.</summary>
internal static class ExportEndpoints
{
    private const string Formats = "csv, xlsx, geojson, kml, claims.csv or atom";

    /// <summary><c>/export/incidents.csv</c> and its siblings, with the parameters of the timeline and <c>columns=acled</c>.</summary>
    public static void MapExports(this WebApplication app) =>
        app.MapGroup("/export").RequireCaller(Permission.Export).RequireRateLimiting(HttpApi.Exporting).MapGet("/incidents.{format}", SendAsync).ExcludeFromDescription();

    private static async Task<IResult> SendAsync(string format, HttpContext context, ITimelineQuery timeline, IExportQuery query, TimeProvider time)
    {
        var (address, refusal) = await RequestedFilter.ReadAsync(context, "columns");
        if (refusal is not null) return refusal;
        IReadOnlyList<ExportColumn>? columns = context.Request.Query["columns"].ToString() switch { "" or "own" => ExportColumn.Own, "acled" => ExportColumn.Acled, _ => null };
        if (columns is null) return RequestedFilter.Refuse("“columns” is own or acled.");

        var request = context.Request;
        var site = $"{request.Scheme}://{request.Host}{request.PathBase}";
        var source = new ExportSource(query, address.Filter, site, $"{site}{request.Path}{request.QueryString}");
        if (format == "xlsx" && await timeline.CountAsync(address.Filter, context.RequestAborted) is var count and > XlsxExport.MostRows)
            return RequestedFilter.Refuse($"A sheet holds {XlsxExport.MostRows:N0} rows and the filter lets {count:N0} incidents through. Narrow the filter, or take CSV.");

        return format switch
        {
            "csv" => File("text/csv; charset=utf-8", (output, stop) => CsvExport.WriteAsync(source, columns, output, stop)),
            "claims.csv" => File("text/csv; charset=utf-8", (output, stop) => CsvExport.WriteClaimsAsync(source, output, stop)),
            "xlsx" => File("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", (output, stop) => XlsxExport.WriteAsync(source, columns, output, stop)),
            "geojson" => File("application/geo+json", (output, stop) => GeoJsonExport.WriteAsync(source, columns, output, stop)),
            "kml" => File("application/vnd.google-earth.kml+xml", (output, stop) => KmlExport.WriteAsync(source, columns, output, stop)),
            "atom" => Results.Stream(body => WriteAsync(body, (output, stop) => AtomExport.WriteAsync(source, output, stop), context.RequestAborted), "application/atom+xml; charset=utf-8"),
            _ => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: "There is no such format", detail: $"Ask for incidents.{Formats}."),
        };

        IResult File(string type, Func<Spill, CancellationToken, Task> write) => Results.Stream(
            body => WriteAsync(body, write, context.RequestAborted), type, string.Create(CultureInfo.InvariantCulture, $"borderwatch-{time.GetUtcNow():yyyy-MM-dd}.{format}"));
    }

    // A failure half-way breaks the connection off, so that nobody takes half a file for a whole one.
    private static async Task WriteAsync(Stream body, Func<Spill, CancellationToken, Task> write, CancellationToken cancellation)
    {
        await using var output = new Spill(body);
        await write(output, cancellation);
        await output.SendAsync(cancellation);
    }
}
