using BorderWatch.Web.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace BorderWatch.Web.Api;

/// <summary>Programs that may not are told so with 401 or 403 and a sentence; people are led to the page where they can sign in.</summary>
internal sealed class ProgramRefusals : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _pages = new();

    /// <summary>True for addresses that programs ask.</summary>
    public static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api/v1", StringComparison.Ordinal) || path.StartsWithSegments("/export", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded || !IsForPrograms(context.Request.Path)) return _pages.HandleAsync(next, context, policy, authorizeResult);
        var needed = policy.Requirements.OfType<PermissionRequirement>().Select(requirement => requirement.Permission.ToString()).FirstOrDefault() ?? "to be signed in";
        var refusal = authorizeResult.Challenged
            ? Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "Sign in first", detail: $"This needs an account with the permission {needed}. Sign in at {SessionCookie.SignInPath}.")
            : Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Not allowed", detail: $"This needs the permission {needed}. Ask an administrator for it.");
        return refusal.ExecuteAsync(context);
    }
}
