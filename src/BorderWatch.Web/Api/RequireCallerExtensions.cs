using BorderWatch.Store.Accounts;
using BorderWatch.Web.Shell;

namespace BorderWatch.Web.Api;

/// <summary>The one place where endpoints that answer programs ask who calls and whether they may.</summary>
internal static class RequireCallerExtensions
{
    /// <summary>
    /// Lets only those through who have a permission; others get 403, or 401 where nobody is signed in, with a sentence that says what
    /// they lack. In place of the policy of the pages, which leads to a form that a program cannot fill in.
    /// </summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoints, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AllowAnonymous().AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var caller = await http.RequestServices.GetRequiredService<CurrentCaller>().OfAsync(http.User);
            if (caller.Refusal(permission) is not { } refusal) return await next(context);
            return http.User.Identity?.IsAuthenticated == true
                ? Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Not allowed", detail: refusal)
                : Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "Not signed in", detail: "Sign in first: this needs an account.");
        });
}
