using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace BorderWatch.Web.Accounts;

/// <summary>What the form of the second step carries: that its sender gave the right password, a few minutes ago. Nobody else can make one.</summary>
internal sealed class CodeTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("BorderWatch.SecondStep").ToTimeLimitedDataProtector();

    /// <summary>Makes one.</summary>
    public string Write(Guid account, string stamp) => _protector.Protect($"{account:N}{stamp}", s_lifetime);

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
