using System.Globalization;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Tokens;
using BorderWatch.Web.Accounts;
using BorderWatch.Web.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace BorderWatch.Web.Api;

/// <summary>Programs that may not are told so with 401 or 403 and a sentence; people are led to the page where they can sign in.</summary>
internal sealed class ProgramRefusals : IAuthorizationMiddlewareResultHandler
{
    private const string MakeOne = "on the page “Your account”";

    private readonly AuthorizationMiddlewareResultHandler _pages = new();

    /// <summary>True for addresses that programs ask.</summary>
    public static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api/v1", StringComparison.Ordinal) || path.StartsWithSegments("/export", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !IsForPrograms(context.Request.Path)) return _pages.HandleAsync(next, context, policy, authorizeResult);
        var needed = policy.Requirements.OfType<PermissionRequirement>().Select(requirement => (Permission?)requirement.Permission).LastOrDefault();
        var refusal = authorizeResult.Challenged ? Challenge(context, needed)
            : TokenScheme.TokenOf(context.User) is not null ? ForbidToken(context, needed)
            : policy.Requirements.OfType<TokenOnly>().Any() ? Forbid($"This address changes something, and takes a token alone: a browser's session does not count here. Make one {MakeOne}.")
            : Forbid($"This needs the permission {needed}. Ask an administrator for it.");
        return refusal.ExecuteAsync(context);
    }

    private static IResult Challenge(HttpContext context, Permission? needed)
    {
        if (context.Features.Get<RefusedToken>() is { } refused)
        {
            if (refused.RetryAfter is { } seconds)
            {
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return Results.Problem(statusCode: StatusCodes.Status429TooManyRequests, title: "Too many tokens that are not taken", detail: refused.Sentence);
            }
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The token is not taken", detail: refused.Sentence);
        }
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(
            statusCode: StatusCodes.Status401Unauthorized, title: "Sign in first",
            detail: $"This needs an account with the permission {needed?.ToString() ?? "to be signed in"}. Sign in at {SessionCookie.SignInPath}, or send a token, made {MakeOne}, as “Authorization: Bearer bwt_…”.");
    }

    // RFC 6750: which scope would be needed stands in the header as well.
    private static IResult ForbidToken(HttpContext context, Permission? needed)
    {
        var (scope, name, _) = ScopePermissions.All.FirstOrDefault(known => known.Permission == needed);
        if (name is null) return Forbid($"No token has the permission {needed}. Do this on the pages.");
        if (TokenScheme.ScopesOf(context.User).HasFlag(scope)) return Forbid($"The token is for “{name}”, but its owner lacks the permission {needed} now. Ask an administrator for it.");
        context.Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{name}\"";
        return Forbid($"This token is not for “{name}”. Make one that is {MakeOne}.");
    }

    private static IResult Forbid(string sentence) => Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Not allowed", detail: sentence);
}
