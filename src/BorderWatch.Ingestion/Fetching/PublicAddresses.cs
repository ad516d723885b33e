using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace BorderWatch.Ingestion.Fetching;

/// <summary>Refuses private addresses where a proxy makes the connection, so that the guarded door cannot check it.</summary>
internal sealed class PublicAddresses(IEnumerable<string> allowed)
{
    private static readonly IPNetwork[] Private = [.. IPAddressRanges.recommendedLatest.Select(IPNetwork.Parse)];

    private readonly IPNetwork[] _allowed = [.. allowed.Select(IPNetwork.Parse)];

    /// <summary>Throws where a host is, or here resolves to, an address that is not public. A name that only the proxy can resolve is the proxy's to refuse.</summary>
    /// <exception cref="RefusedAddressException">It is not public.</exception>
    public async Task CheckAsync(Uri address, CancellationToken cancellation)
    {
        IPAddress[] resolved;
        try
        {
            resolved = IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(address.IdnHost, cancellation);
        }
        catch (SocketException)
        {
            return; // no resolver here: behind a proxy that is common
        }
        if (resolved.Any(a => !IsPublic(a.IsIPv4MappedToIPv6 ? a.MapToIPv4() : a))) throw new RefusedAddressException(address.Host);
    }

    /// <summary>True for loopback, private networks and whatever else is not the internet.</summary>
    public static bool IsPrivate(IPAddress address) => Private.Any(n => n.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));

    private bool IsPublic(IPAddress address) => _allowed.Any(n => n.Contains(address)) || !IsPrivate(address);
}

/// <summary>An address that is not fetched from.</summary>
internal sealed class RefusedAddressException(string host) : Exception($"{host} is not a public address.");
