namespace BorderWatch.Web.Api;

/// <summary>
/// The page that shows the API and lets it be tried. Scalar's own page begins with a script in the page, which the content security policy refuses
/// here as everywhere; this one loads the same two files and a third that begins.
/// </summary>
internal static class ApiPage
{
    /// <summary>Where Scalar's files are.</summary>
    public const string Files = "/api/docs/files";

    private const string Page =
        $"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>API · BorderWatch</title>
          <link rel="icon" type="image/svg+xml" href="/mark.svg">
        </head>
        <body>
          <div id="app"></div>
          <noscript>The description for programs is at <a href="/openapi/v1.json">/openapi/v1.json</a>.</noscript>
          <script src="{Files}/scalar.js"></script>
          <script type="module" src="/js/api-page.js"></script>
        </body>
        </html>
        """;

    /// <summary><c>/api/docs</c>.</summary>
    public static void Map(WebApplication app) => app.MapGet("/api/docs", () => Results.Content(Page, "text/html; charset=utf-8")).ExcludeFromDescription();
}
