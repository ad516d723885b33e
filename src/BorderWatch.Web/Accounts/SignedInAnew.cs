using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;

namespace BorderWatch.Web.Accounts;

/// <summary>
/// That the provider has asked somebody anew, a moment ago: what a password shows elsewhere. A browser that is still signed in there brings no more than an open browser
/// does, so the answer must say when the person was asked (<c>auth_time</c>).
/// </summary>
internal sealed class SignedInAnew(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Cookie = "borderwatch-anew";
    private const string Asked = "anew";
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("BorderWatch.SignedInAnew").ToTimeLimitedDataProtector();

    /// <summary>Asks the provider to ask the person. That it was asked for is in the state, which no browser can alter.</summary>
    public static OpenIdConnectChallengeProperties Ask(OpenIdConnectChallengeProperties properties)
    {
        (properties.Prompt, properties.MaxAge) = ("login", TimeSpan.Zero);
        properties.Items[Asked] = "";
        return properties;
    }

    /// <summary>True where the answer is one to <see cref="Ask"/>.</summary>
    public static bool IsAsked(AuthenticationProperties? properties) => properties?.Items.ContainsKey(Asked) == true;

    /// <summary>True where the provider says that it has asked the person within the last minutes.</summary>
    public bool IsNew(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue("auth_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && time.GetUtcNow().ToUnixTimeSeconds() - seconds is >= -60 and <= 300;

    /// <summary>Lets the browser show it, for five minutes and for this account.</summary>
    public void Hand(HttpContext http, Guid account) => http.Response.Cookies.Append(Cookie, _protector.Protect(account.ToString("N"), s_lifetime), new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = s_lifetime,
        Path = "/account",
        IsEssential = true,
    });

    /// <summary>True where the browser shows it for this account.</summary>
    public bool IsShown(HttpContext http, Guid? account)
    {
        if (account is null || http.Request.Cookies[Cookie] is not { } shown) return false;
        try
        {
            return _protector.Unprotect(shown) == account.Value.ToString("N");
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
