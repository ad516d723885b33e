using BorderWatch.Store.Accounts;

namespace BorderWatch.Web.Api;

/// <summary>The one place where endpoints that answer programs ask who calls and whether they may.</summary>
internal static class RequireCallerExtensions
{
    /// <summary>Lets only those through who have a permission; others get 403 with a sentence that says what they lack.</summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoints, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoints.AddEndpointFilter(async (context, next) => CallerOf(context.HttpContext).Refusal(permission) is { } refusal
            ? Results.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Not allowed", detail: refusal)
            : await next(context));

    // Whoever reaches the loopback address is the local user; sign-in and tokens name somebody else here.
    private static Caller CallerOf(HttpContext context)
    {
        _ = context;
        return Caller.Local;
    }
}
