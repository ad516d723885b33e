using BorderWatch.Store.Accounts;
using BorderWatch.Web.Tokens;

namespace BorderWatch.Web.Api;

/// <summary>The one place where endpoints that answer programs ask who calls and whether they may.</summary>
internal static class RequireCallerExtensions
{
    /// <summary>Lets only those through who have a permission; see <see cref="ProgramRefusals"/> for what others get.</summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoints, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(permission.ToString());

    /// <summary>Lets nobody through by a browser's cookie.</summary>
    public static TBuilder RequireToken<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(policy => policy.AddRequirements(new TokenOnly()));
}
