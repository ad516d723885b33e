using BorderWatch.Store.Accounts;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Tokens;
using Microsoft.AspNetCore.Authorization;

namespace BorderWatch.Web.Accounts;

/// <summary>A policy for each permission, by its name: <c>[Authorize(nameof(Permission.Read))]</c>. Whatever says nothing needs <see cref="Permission.Read"/>.</summary>
internal static class PermissionPolicy
{
    public static void Add(AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
            options.AddPolicy(permission.ToString(), policy => policy.AddRequirements(new PermissionRequirement(permission)));
        options.FallbackPolicy = options.GetPolicy(nameof(Permission.Read));
        options.DefaultPolicy = options.FallbackPolicy!;
    }
}

/// <summary>Met by whoever has the permission now.</summary>
/// <param name="Permission">Which.</param>
internal sealed record PermissionRequirement(Permission Permission) : IAuthorizationRequirement;

/// <summary>Asks who calls, and what they may.</summary>
internal sealed class PermissionCheck(CurrentCaller caller) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        if (context.Resource is HttpContext http && http.Features.Get<RefusedToken>() is { } refused)
        {
            context.Fail(new AuthorizationFailureReason(this, refused.Sentence));
            return;
        }
        if ((await caller.OfAsync(context.User)).Permissions.Contains(requirement.Permission)) context.Succeed(requirement);
    }
}
