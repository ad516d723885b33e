using BorderWatch.Store.Accounts;

namespace BorderWatch.Web.Api;

/// <summary>The one place where endpoints that answer programs ask who calls and whether they may.</summary>
internal static class RequireCallerExtensions
{
    /// <summary>Lets only those through who have a permission; see <see cref="ProgramRefusals"/> for what others get.</summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoints, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(permission.ToString());
}
