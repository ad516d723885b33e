using System.Threading.RateLimiting;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Tokens;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace BorderWatch.Web.Accounts;

/// <summary>Signing in, and what it takes to see anything.</summary>
public static class AccountsSetup
{
    /// <summary>The rate limit of forms that try a password or a link.</summary>
    public const string GuessLimit = "guesses";

    private const string PersonOrProgram = "Person or program";

    /// <summary>Registers signing in and the policies.</summary>
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var (services, settings) = (builder.Services, new AccountOptions());
        builder.Configuration.GetSection("Accounts").Bind(settings);
        var person = settings.DemoUser ? DemoUser.SchemeName : SessionCookie.Scheme;
        var authentication = services.AddAuthentication(PersonOrProgram)
            .AddPolicyScheme(PersonOrProgram, null, choice => choice.ForwardDefaultSelector = http => TokenScheme.IsShown(http.Request) ? TokenScheme.SchemeName : person)
            .AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.SchemeName, null)
            .AddCookie(SessionCookie.Scheme, cookie => SessionCookie.Configure(cookie, settings.SessionLifetime));
        if (settings.DemoUser) authentication.AddScheme<AuthenticationSchemeOptions, DemoUser>(DemoUser.SchemeName, null);
        else if (settings.OpenId.IsOn) OpenIdSignIn.Add(authentication, settings.OpenId);
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(options => Passkeys.Configure(options, settings.PasskeyDomain));
        services.AddScoped<Passkeys>();
        services.AddAuthorization(PermissionPolicy.Add);
        services.AddScoped<IAuthorizationHandler, PermissionCheck>();
        services.AddScoped<CurrentCaller>();
        services.AddScoped<AuthenticationStateProvider, CircuitUser>();
        services.AddCascadingAuthenticationState();
        services.AddSingleton<CodeTicket>();
        services.AddSingleton<SignedInAnew>();
        services.AddHostedService<FirstAdministrator>();
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = async (rejected, cancellation) => await rejected.HttpContext.Response.WriteAsync("Too many attempts from this network address. Wait a minute, go back, and try again.", cancellation);
            limits.AddPolicy(GuessLimit, http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = settings.FormsPerMinute, Window = TimeSpan.FromMinutes(1) })
                : RateLimitPartition.GetNoLimiter("reading"));
        });
    }

    /// <summary>Finds out who asks, and refuses what they may not. Before anything is served.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
    }

    /// <summary>Signing out: a form, so that no link of another site does it.</summary>
    public static void MapAccounts(this WebApplication app)
    {
        Passkeys.Map(app);
        if (app.Services.GetRequiredService<IOptions<AccountOptions>>().Value is { DemoUser: false, OpenId.IsOn: true }) OpenIdSignIn.Map(app);
        app.MapPost("/sign-out", async (HttpContext http, IAntiforgery antiforgery, ISignIn signIn) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest("The page was too old. Go back, reload it, and sign out again.");
            if (SessionCookie.SessionOf(http.User) is { } session) await signIn.SignOutAsync(session, SessionCookie.OriginOf(http), CancellationToken.None);
            await http.SignOutAsync(SessionCookie.Scheme);
            http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
            return Results.LocalRedirect(SessionCookie.SignInPath);
        }).AllowAnonymous().ExcludeFromDescription();
    }
}
