using System.Security.Claims;
using BorderWatch.Store.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace BorderWatch.Web.Accounts;

/// <summary>The cookie of somebody who is signed in. It only names a session of the database, which decides whether it still stands.</summary>
public static class SessionCookie
{
    /// <summary>The authentication scheme.</summary>
    public const string Scheme = "Session";

    /// <summary>Where to sign in.</summary>
    public const string SignInPath = "/sign-in";

    private const string SessionClaim = "session";

    /// <summary>The session that a principal names; null for anybody else.</summary>
    public static Guid? SessionOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null;

    /// <summary>Signs a browser in.</summary>
    public static Task BeginAsync(HttpContext http, Guid session) =>
        http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionClaim, session.ToString())], Scheme)));

    /// <summary>From where a request comes.</summary>
    public static Origin OriginOf(HttpContext http) => Origin.Of(http.Connection.RemoteIpAddress?.ToString(), http.Request.Headers.UserAgent);

    internal static void Configure(CookieAuthenticationOptions cookie, TimeSpan lifetime)
    {
        cookie.Cookie.Name = "borderwatch-session";
        cookie.Cookie.HttpOnly = true;
        // A link in a message leads to its page and not to the sign-in; forms of other sites are refused by the antiforgery token.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = lifetime;
        cookie.SlidingExpiration = false;
        cookie.LoginPath = SignInPath;
        cookie.AccessDeniedPath = "/denied";
        cookie.ReturnUrlParameter = "to";
        cookie.Events.OnValidatePrincipal = ValidateAsync;
        cookie.Events.OnRedirectToLogin = context => RedirectAsync(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => RedirectAsync(context, StatusCodes.Status403Forbidden);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        // Files are the same for everybody; the database need not be asked for each of them.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return;
        var sessions = context.HttpContext.RequestServices.GetRequiredService<ISessions>();
        if (context.Principal is { } user && SessionOf(user) is { } session && await sessions.SeeAsync(session, context.HttpContext.RequestAborted) is not null) return;
        context.RejectPrincipal();
        context.Response.Cookies.Delete(context.Options.Cookie.Name!);
    }

    // A page's own connection wants a status, and no page.
    private static Task RedirectAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor"))
        {
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        }
        if (context.HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
