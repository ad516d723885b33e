using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace BorderWatch.Store.Tokens;

/// <summary>The secret of a token: a word that scanners for leaked secrets can look for, and 256 random bits.</summary>
public static class TokenSecret
{
    /// <summary>How every token begins.</summary>
    public const string Mark = "bwt_";

    private const int RandomCharacters = 43;
    private const int ShownCharacters = 6;

    /// <summary>A new one.</summary>
    public static string New() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>True where it has the form of one; what has not need not be looked up.</summary>
    public static bool IsOne(string secret) =>
        secret.Length == Mark.Length + RandomCharacters && secret.StartsWith(Mark, StringComparison.Ordinal) && secret.Skip(Mark.Length).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>What is shown of it for good.</summary>
    public static string Prefix(string secret) => secret[..(Mark.Length + ShownCharacters)];

    /// <summary>What is kept of it. So much randomness needs no salt.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
