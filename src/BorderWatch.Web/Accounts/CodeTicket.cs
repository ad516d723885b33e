using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace BorderWatch.Web.Accounts;

/// <summary>What the form of the second step carries: that its sender gave the right password, a few minutes ago. Nobody else can make one.</summary>
internal sealed class CodeTicket(IDataProtectionProvider protection)
{
    private const string Cookie = "borderwatch-step";
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("BorderWatch.SecondStep").ToTimeLimitedDataProtector();

    /// <summary>Makes one.</summary>
    public string Write(Guid account, string stamp) => _protector.Protect($"{account:N}{stamp}", s_lifetime);

    /// <summary>Gives one to a browser that comes from elsewhere, and finds the form with <see cref="Take"/>.</summary>
    public void Hand(HttpContext http, Guid account, string stamp) => http.Response.Cookies.Append(Cookie, Write(account, stamp), new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        MaxAge = s_lifetime,
        Path = SessionCookie.SignInPath,
        IsEssential = true,
    });

    /// <summary>What was handed to the browser, once; null where nothing was.</summary>
    public string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { } ticket) return null;
        http.Response.Cookies.Delete(Cookie, new() { Path = SessionCookie.SignInPath });
        return Read(ticket) is null ? null : ticket;
    }

    /// <summary>Reads one; null where it is forged or too old.</summary>
    public (Guid Account, string Stamp)? Read(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            var words = _protector.Unprotect(ticket);
            return (Guid.ParseExact(words[..32], "N"), words[32..]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
