using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using BorderWatch.Store.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BorderWatch.Web.Accounts;

/// <summary>Signs everybody on this machine in, for a demo. A request over a network, or one that a proxy passes on, gets nothing.</summary>
internal sealed class DemoUser(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Demo";

    private static readonly string[] s_passedOn = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public static bool Is(ClaimsPrincipal user) => user.Identity is { IsAuthenticated: true, AuthenticationType: SchemeName };

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var isHere = Context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote) && !s_passedOn.Any(Request.Headers.ContainsKey);
        return Task.FromResult(isHere
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, Caller.Demo.Name)], SchemeName)), SchemeName))
            : AuthenticateResult.Fail("The demo is for this machine alone."));
    }
}
