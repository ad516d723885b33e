using System.Security.Claims;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Tokens;
using BorderWatch.Web.Accounts;
using BorderWatch.Web.Tokens;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace BorderWatch.Web.Shell;

/// <summary>
/// Who sits before this page. Pages pass it to every command, which decides what they may. Asked of the database each time, so that a
/// lock or another role counts at once, in pages that were opened before as well.
/// </summary>
public sealed class CurrentCaller(AuthenticationStateProvider authentication, ISessions sessions, ITokenCheck tokens, IOptions<AccountOptions> options)
{
    /// <summary>The caller, with what they may do at this moment.</summary>
    public async Task<Caller> GetAsync() => await OfAsync((await authentication.GetAuthenticationStateAsync()).User);

    /// <summary>As <see cref="GetAsync"/>, for a request of its own that belongs to no page.</summary>
    public async Task<Caller> OfAsync(ClaimsPrincipal user)
    {
        if (DemoUser.Is(user)) return Caller.Demo;
        if (TokenScheme.TokenOf(user) is { } token) return await tokens.CallerAsync(token, CancellationToken.None) ?? Caller.Nobody;
        if (SessionCookie.SessionOf(user) is { } session && await sessions.CallerAsync(session, CancellationToken.None) is { } caller) return caller;
        return options.Value.AnonymousReading ? Caller.Reader : Caller.Nobody;
    }
}
