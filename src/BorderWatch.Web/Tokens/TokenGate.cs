using System.Collections.Concurrent;
using System.Net;
using System.Threading.RateLimiting;
using BorderWatch.Store.Tokens;
using BorderWatch.Web.Api;

namespace BorderWatch.Web.Tokens;

/// <summary>
/// Refused tokens, counted by network address. Beyond the limit no other token is looked up from there for the rest of the minute, but those that were taken a while
/// ago are: a program with a wrong one does not shut out the others behind the same address.
/// </summary>
internal sealed class TokenGate(ApiOptions options, TimeProvider time) : IDisposable
{
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan s_remembered = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<string> _refusals = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = options.RefusedTokensPerMinute, Window = s_window }));

    // By hash, as the database has them: none is kept.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _taken = new(StringComparer.Ordinal);

    /// <summary>How long a program is to wait before this token is looked at; null where it is looked at now.</summary>
    public TimeSpan? Wait(string secret, IPAddress? from)
    {
        if (_taken.TryGetValue(Hash(secret), out var at) && time.GetUtcNow() - at < s_remembered) return null;
        using var lease = _refusals.AttemptAcquire(Network(from), 0);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > TimeSpan.Zero ? after : s_window;
    }

    /// <summary>Counts a token that was refused.</summary>
    public void Refused(string secret, IPAddress? from)
    {
        _taken.TryRemove(Hash(secret), out _);
        _refusals.AttemptAcquire(Network(from)).Dispose();
    }

    /// <summary>Remembers a token that was taken.</summary>
    public void Taken(string secret)
    {
        if (_taken.Count >= MostRemembered) _taken.Clear();
        _taken[Hash(secret)] = time.GetUtcNow();
    }

    /// <inheritdoc />
    public void Dispose() => _refusals.Dispose();

    private static string Hash(string secret) => Convert.ToBase64String(TokenSecret.Hash(secret));

    // Whoever has one IPv6 address has the 2⁶⁴ beside it.
    private static string Network(IPAddress? from) => from switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => from.MapToIPv4().ToString(),
        _ => from.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes, 0, 8) : from.ToString(),
    };
}
