using Microsoft.AspNetCore.Authorization;

namespace BorderWatch.Web.Tokens;

/// <summary>Met by a token alone. What changes something must not be reached by the cookie that a browser sends along by itself.</summary>
internal sealed class TokenOnly : AuthorizationHandler<TokenOnly>, IAuthorizationRequirement
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, TokenOnly requirement)
    {
        if (TokenScheme.TokenOf(context.User) is not null) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
