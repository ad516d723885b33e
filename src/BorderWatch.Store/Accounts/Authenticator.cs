using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Accounts;

/// <summary>
/// Codes of an authenticator app (RFC 6238: SHA-1, 30 seconds, 6 digits, as the apps expect). Identity keeps the key; its own check would
/// take a code as often as it comes within three minutes, so this one takes each once, and one step to either side.
/// </summary>
internal static class Authenticator
{
    private const int StepSeconds = 30;
    private const int Digits = 1_000_000;

    /// <summary>True where the code fits and was not used: it is used from now on.</summary>
    public static async Task<bool> TakeAsync(AccountWork work, Account account, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await work.Users.GetAuthenticatorKeyAsync(account) is not { } key || Step(key, code, now) is not { } step) return false;
        if (await work.Db.Accounts.Where(a => a.Id == account.Id && a.LastCodeStep < step).ExecuteUpdateAsync(a => a.SetProperty(x => x.LastCodeStep, step), cancellation) == 0) return false;
        account.LastCodeStep = step; // Identity saves whole rows.
        return true;
    }

    /// <summary>The code of a moment.</summary>
    public static string Code(string key, DateTimeOffset at) => Code(FromBase32(key), at.ToUnixTimeSeconds() / StepSeconds);

    private static long? Step(string key, string code, DateTimeOffset now)
    {
        var (secret, step) = (FromBase32(key), now.ToUnixTimeSeconds() / StepSeconds);
        long? found = null;
        foreach (var candidate in (long[])[step - 1, step, step + 1])
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(Code(secret, candidate)), System.Text.Encoding.UTF8.GetBytes(code))) found = candidate;
        return found;
    }

    private static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The apps know no other hash; HMAC does not need it free of collisions.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fffffff;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var c in text.TrimEnd('='))
        {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(c), StringComparison.Ordinal);
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
