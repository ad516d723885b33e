using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BorderWatch.Store.Accounts;

/// <summary>The secret of a one-time link: 256 random bits, as 43 characters that fit into an address.</summary>
internal static class AccountSecret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it. So much randomness needs no salt.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
