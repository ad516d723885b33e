using BorderWatch.Store.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.Options;

namespace BorderWatch.Web.Accounts;

/// <summary>Who an open page belongs to. It looks every few seconds whether the session still stands; where it does not, the page shows the sign-in.</summary>
internal sealed class CircuitUser(ILoggerFactory logs, ISessions sessions, IOptions<AccountOptions> options) : RevalidatingServerAuthenticationStateProvider(logs)
{
    protected override TimeSpan RevalidationInterval => options.Value.LookEvery;

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        DemoUser.Is(authenticationState.User)
        || (SessionCookie.SessionOf(authenticationState.User) is { } session && await sessions.SeeAsync(session, cancellationToken) is not null);
}
