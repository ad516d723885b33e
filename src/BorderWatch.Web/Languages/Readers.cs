using BorderWatch.Store.Accounts;
using BorderWatch.Web.Accounts;
using Microsoft.AspNetCore.Components.Endpoints;

namespace BorderWatch.Web.Languages;

/// <summary>Finds out how who asks for a page wants to be spoken to: the account's choice, then the browser's cookie, then the languages that the browser asks for.</summary>
public static class Readers
{
    /// <summary>Writes pages and their circuits for who asks. After it is known who that is; what programs read is left alone.</summary>
    public static void UseReaders(this WebApplication app) => app.Use(async (context, next) =>
    {
        // What is set here flows on into next, and would not flow back out of a method that was awaited.
        if (IsOfPages(context)) Reader.Become(await FindAsync(context));
        await next(context);
    });

    /// <summary>The reader's settings, each from the first that knows it.</summary>
    public static async Task<ReaderSettings> FindAsync(HttpContext context)
    {
        var cookie = ReaderCookie.Of(context.Request);
        var own = SessionCookie.SessionOf(context.User) is { } session
            ? await context.RequestServices.GetRequiredService<IReaderSettings>().FindAsync(session, context.RequestAborted)
            : null;
        return new(own?.Language ?? cookie.Language ?? Wished(context.Request), own?.TimeZone ?? cookie.TimeZone, own?.Dates ?? cookie.Dates);
    }

    private static bool IsOfPages(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/_blazor") || context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static string? Wished(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => Language.Find(wish.Value.Value))
        .FirstOrDefault(language => language is { IsComplete: true })?.Tag;
}
