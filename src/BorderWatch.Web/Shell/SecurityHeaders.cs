namespace BorderWatch.Web.Shell;

/// <summary>What every answer tells the browser to refuse: foreign scripts, framing, guessing types, and telling others where the analyst came from.</summary>
public static class SecurityHeaders
{
    // Styles need 'unsafe-inline': MudBlazor writes its palette as a <style> element and places popovers by style attributes.
    // Scripts don't, and have no exception. MapLibre starts its worker from a blob and draws images from data.
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
        "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer, errors and files included.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // What somebody saw must not come back out of the browser's cache after they signed out.
        context.Response.OnStarting(() =>
        {
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
