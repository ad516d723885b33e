using System.Security.Claims;
using System.Text.Encodings.Web;
using BorderWatch.Store.Tokens;
using BorderWatch.Web.Accounts;
using BorderWatch.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace BorderWatch.Web.Tokens;

/// <summary>
/// Programs that show a token, at the addresses for programs alone. Where one is shown, a cookie beside it is not looked at, and a token that is not taken
/// is refused even where the cookie, or nobody at all, might have been let in.
/// </summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ITokenCheck tokens, TokenGate gate)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";

    private const string Bearer = "Bearer";
    private const string TokenClaim = "token";
    private const string ScopesClaim = "scopes";

    /// <summary>True where the request shows a token, or what it takes for one. Other kinds of <c>Authorization</c> are a proxy's affair.</summary>
    public static bool IsShown(HttpRequest request) =>
        ProgramRefusals.IsForPrograms(request.Path) && request.Headers.Authorization.ToString().Split(' ')[0].Equals(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>The token that speaks; null where none does.</summary>
    public static Guid? TokenOf(ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true, AuthenticationType: SchemeName } && Guid.TryParse(user.FindFirstValue(TokenClaim), out var token) ? token : null;

    /// <summary>What the token that speaks is for.</summary>
    public static TokenScopes ScopesOf(ClaimsPrincipal user) => Enum.TryParse<TokenScopes>(user.FindFirstValue(ScopesClaim), out var scopes) ? scopes : TokenScopes.None;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var secret = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();
        if (gate.Wait(secret, Context.Connection.RemoteIpAddress) is { } wait)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            var tooMany = $"Too many tokens from this network address were not taken. Ask again in {seconds} seconds, with a token that is right.";
            Context.Features.Set(new RefusedToken(tooMany, seconds));
            return AuthenticateResult.Fail(tooMany);
        }
        var shown = await tokens.PresentAsync(secret, SessionCookie.OriginOf(Context), Context.RequestAborted);
        if (shown.Refusal is { } refusal)
        {
            gate.Refused(secret, Context.Connection.RemoteIpAddress);
            Context.Features.Set(new RefusedToken(refusal));
            return AuthenticateResult.Fail(refusal);
        }
        gate.Taken(secret);
        var identity = new ClaimsIdentity([new Claim(TokenClaim, shown.Id!.Value.ToString()), new Claim(ScopesClaim, shown.Scopes.ToString())], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }
}

/// <summary>A token was shown and not taken.</summary>
/// <param name="Sentence">Why, and what to do.</param>
/// <param name="RetryAfter">In how many seconds to ask again, where it was not looked at; null where it was.</param>
internal sealed record RefusedToken(string Sentence, int? RetryAfter = null);
