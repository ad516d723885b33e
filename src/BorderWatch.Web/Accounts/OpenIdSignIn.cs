using System.Security.Claims;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Languages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace BorderWatch.Web.Accounts;

/// <summary>Signing in through an OpenID Connect provider: the authorization code with PKCE, back to a session of our own. The provider's tokens are not kept.</summary>
internal static class OpenIdSignIn
{
    /// <summary>Where it begins.</summary>
    public const string Path = "/sign-in/openid";

    /// <summary>In the address of the sign-in: why the provider's answer let nobody in.</summary>
    public const string RefusedParameter = "refused";

    private const string Scheme = "OpenId";
    private const string Untrusted = "untrusted";
    private const string NotAnew = "notanew";

    // An answer is signed with a key that the provider publishes; never with a secret, and never not at all.
    private static readonly string[] s_algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>What the sign-in says of a refusal that its address names; null for any other word.</summary>
    public static string? Sentence(string? refused) => refused switch
    {
        Untrusted => Say.It("Your organisation’s sign-in gave no answer that can be trusted. Try again; what was wrong stands in the log."),
        NotAnew => Say.It("Your organisation’s sign-in did not ask you anew, or does not say so (auth_time): a passkey cannot be added on its word. An administrator can give you a link to choose a password."),
        _ when Enum.TryParse<SignInOutcome>(refused, out var outcome) => Say.Answer(ExternalRefusals.Sentence(outcome)),
        _ => null,
    };

    /// <summary>Registers the provider.</summary>
    public static void Add(AuthenticationBuilder authentication, OpenIdOptions settings) => authentication.AddOpenIdConnect(Scheme, options =>
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
        options.RequireHttpsMetadata = new Uri(settings.Authority).Scheme == Uri.UriSchemeHttps;
        // The answer comes as an address and not as a posted form, so that cookies of this site can be Lax, and need no TLS on loopback.
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (options.CallbackPath, options.SignedOutCallbackPath, options.RemoteSignOutPath) = ($"{Path}/back", default, default);
        options.SignInScheme = SessionCookie.Scheme;
        (options.MapInboundClaims, options.SaveTokens, options.GetClaimsFromUserInfoEndpoint) = (false, false, true);
        foreach (var scope in settings.MoreScopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend("email")) options.Scope.Add(scope);
        options.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
        if (settings.RoleClaim.Length > 0) options.ClaimActions.MapJsonKey(settings.RoleClaim, settings.RoleClaim);
        options.TokenValidationParameters.ValidAlgorithms = s_algorithms;
        foreach (var cookie in (CookieBuilder[])[options.CorrelationCookie, options.NonceCookie])
            (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
        options.Events.OnTokenValidated = context =>
        {
            // The handler takes a token without any signature where it comes straight from the provider, as the standard allows. We do not.
            if (context.SecurityToken.RawSignature is not { Length: > 0 }) context.Fail("The ID token is not signed.");
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = context => ComeInAsync(context, settings);
        options.Events.OnRemoteFailure = context =>
        {
            Log(context.HttpContext).LogWarning("A sign-in through {Authority} was refused: {Reason}", settings.Authority, context.Failure?.Message);
            context.Response.Redirect(Refusal(Untrusted));
            context.HandleResponse();
            return Task.CompletedTask;
        };
    });

    /// <summary>Sends a browser to the provider.</summary>
    public static void Map(WebApplication app) => app.MapGet(Path, async (HttpContext http, string? to, bool? anew) =>
    {
        try
        {
            var properties = new OpenIdConnectChallengeProperties { RedirectUri = LocalAddress.Or(to) };
            await http.ChallengeAsync(Scheme, anew == true ? SignedInAnew.Ask(properties) : properties);
        }
        catch (Exception failure) when (failure is InvalidOperationException or HttpRequestException or IOException)
        {
            Log(http).LogWarning(failure, "The OpenID Connect provider does not answer");
            http.Response.Redirect(Refusal(Untrusted));
        }
    }).AllowAnonymous().ExcludeFromDescription();

    private static async Task ComeInAsync(TicketReceivedContext context, OpenIdOptions settings)
    {
        var (http, user) = (context.HttpContext, context.Principal!);
        var issuer = user.FindFirst("sub")!.Issuer;
        var who = new ExternalIdentity(
            issuer, user.FindFirstValue("sub")!, user.FindFirstValue("email"), user.FindFirstValue("email_verified") is "true" or "True",
            user.FindFirstValue("name"), settings.RoleClaim.Length == 0 ? [] : [.. user.FindAll(settings.RoleClaim).Select(claim => claim.Value)]);
        var (signIn, fresh) = (http.RequestServices.GetRequiredService<IExternalSignIn>(), http.RequestServices.GetRequiredService<SignedInAnew>());
        var isAnew = SignedInAnew.IsAsked(context.Properties);
        if (isAnew && !fresh.IsNew(user))
        {
            http.Response.Redirect(Refusal(NotAnew));
            context.HandleResponse();
            return;
        }
        switch (await signIn.WithIdentityAsync(who, SessionCookie.OriginOf(http), http.RequestAborted))
        {
            case SignInStep.SignedIn(var session):
                await SessionCookie.BeginAsync(http, session);
                if (isAnew && await http.RequestServices.GetRequiredService<ISessions>().CallerAsync(session, http.RequestAborted) is { Id: { } owner }) fresh.Hand(http, owner);
                http.Response.Redirect(LocalAddress.Or(context.ReturnUri));
                break;
            case SignInStep.CodeNeeded(var account, var stamp):
                http.RequestServices.GetRequiredService<CodeTicket>().Hand(http, account, stamp);
                if (isAnew) fresh.Hand(http, account);
                http.Response.Redirect($"{SessionCookie.SignInPath}?to={Uri.EscapeDataString(LocalAddress.Or(context.ReturnUri))}");
                break;
            case SignInStep.Refused { Outcome: var outcome }:
                http.Response.Redirect(Refusal(outcome.ToString()!));
                break;
        }
        context.HandleResponse();
    }

    private static string Refusal(string word) => $"{SessionCookie.SignInPath}?{RefusedParameter}={word}";

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdSignIn));
}
