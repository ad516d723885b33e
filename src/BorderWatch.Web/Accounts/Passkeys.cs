using System.Security.Cryptography;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace BorderWatch.Web.Accounts;

/// <summary>
/// The two ceremonies of WebAuthn, by Identity's own handler. What was asked of the browser is kept in a cookie that only we can write, for five minutes: nobody's
/// answer to another question counts.
/// </summary>
internal sealed class Passkeys(IPasskeyHandler<Account> handler, IDataProtectionProvider protection, ILogger<Passkeys> logger)
{
    private const string Cookie = "borderwatch-passkey";
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _making = protection.CreateProtector("BorderWatch.Passkey.Making").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _showing = protection.CreateProtector("BorderWatch.Passkey.Showing").ToTimeLimitedDataProtector();

    /// <summary>Where a browser asks what to make.</summary>
    public const string MakingPath = "/account/passkeys/options";

    /// <summary>Where a browser asks what to show.</summary>
    public const string ShowingPath = "/sign-in/passkey/options";

    /// <summary>What is asked of a passkey: that it is kept on the device, and used by its owner alone, on this site.</summary>
    public static void Configure(IdentityPasskeyOptions options, string? domain)
    {
        (options.ServerDomain, options.UserVerificationRequirement, options.ResidentKeyRequirement) = (domain, "required", "required");
        // Identity's own check takes https alone; a browser lets nobody else be "localhost".
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && (origin.Scheme == Uri.UriSchemeHttps || (origin.Scheme == Uri.UriSchemeHttp && origin.Host == "localhost"))
            && origin.Authority.Equals(context.HttpContext.Request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The addresses that the script of the forms asks.</summary>
    public static void Map(WebApplication app)
    {
        app.MapPost(MakingPath, async (HttpContext http, IAntiforgery antiforgery, IOwnPasskeys own, Passkeys passkeys, SignedInAnew anew, CurrentCaller current) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return Results.BadRequest("The page was too old. Reload it and try again.");
            var password = (await http.Request.ReadFormAsync(http.RequestAborted))["Password"].ToString();
            var caller = await current.OfAsync(http.User);
            var may = await own.MayAddAsync(password, anew.IsShown(http, caller.Id), caller, http.RequestAborted);
            return may.Error is { } error ? Results.Text(Say.Answer(error), statusCode: StatusCodes.Status403Forbidden) : Results.Text(await passkeys.AskToMakeAsync(http, may.Value!), "application/json");
        }).RequireRateLimiting(AccountsSetup.GuessLimit).ExcludeFromDescription();
        app.MapPost(ShowingPath, async (HttpContext http, IAntiforgery antiforgery, Passkeys passkeys) =>
            await antiforgery.IsRequestValidAsync(http) ? Results.Text(await passkeys.AskToShowAsync(http), "application/json") : Results.BadRequest("The page was too old. Reload it and try again."))
            .AllowAnonymous().RequireRateLimiting(AccountsSetup.GuessLimit).ExcludeFromDescription();
    }

    /// <summary>What the browser made; null where it does not answer what was asked, or was asked for somebody else.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(HttpContext http, string? credential, Guid account)
    {
        if (Take(http, _making) is not { } state || string.IsNullOrEmpty(credential)) return null;
        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = state });
        if (made.Succeeded && made.UserEntity.Id == account.ToString()) return made.Passkey;
        logger.LogInformation("A new passkey was refused: {Reason}", made.Failure?.Message ?? "it was asked for another account");
        return null;
    }

    /// <summary>Whose passkey the browser showed; null where it is nobody's, or does not answer what was asked.</summary>
    public async Task<(Guid Account, UserPasskeyInfo Passkey)?> ShownAsync(HttpContext http, string? credential)
    {
        if (Take(http, _showing) is not { } state || string.IsNullOrEmpty(credential)) return null;
        var shown = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = state });
        if (shown.Succeeded) return (shown.User.Id, shown.Passkey);
        logger.LogInformation("A passkey was refused: {Reason}", shown.Failure?.Message);
        return null;
    }

    private async Task<string> AskToMakeAsync(HttpContext http, OwnAccountName account)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email, DisplayName = account.Name }, http);
        Keep(http, _making, asked.AttestationState);
        return asked.CreationOptionsJson;
    }

    // Of nobody by name: whoever has a passkey says who they are, and nobody can ask who has one.
    private async Task<string> AskToShowAsync(HttpContext http)
    {
        var asked = await handler.MakeRequestOptionsAsync(null, http);
        Keep(http, _showing, asked.AssertionState);
        return asked.RequestOptionsJson;
    }

    private static void Keep(HttpContext http, ITimeLimitedDataProtector protector, string? state) => http.Response.Cookies.Append(Cookie, protector.Protect(state ?? "", s_lifetime), new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = s_lifetime,
        IsEssential = true,
    });

    private static string? Take(HttpContext http, ITimeLimitedDataProtector protector)
    {
        if (http.Request.Cookies[Cookie] is not { } kept) return null;
        http.Response.Cookies.Delete(Cookie);
        try
        {
            return protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
