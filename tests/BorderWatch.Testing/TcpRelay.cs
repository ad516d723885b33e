using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BorderWatch.Testing;

/// <summary>A wire on loopback between a browser and a server, which can be cut, mended, and led to another server.</summary>
public sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private readonly Task _accepting;
    private volatile bool _isCut;

    /// <param name="target">The server behind it.</param>
    public TcpRelay(Uri target)
    {
        Target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>The server behind it, for connections that are opened from now on.</summary>
    public Uri Target { get; set; }

    /// <summary>Where the browser finds it.</summary>
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Ends every connection, and refuses new ones until it is mended.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var client in _open.Keys) client.Close();
    }

    /// <summary>Lets connections through again.</summary>
    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = CarryAsync(client);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
        {
            _open[client] = 0;
            try
            {
                if (_isCut) return;
                await server.ConnectAsync(Target.Host, Target.Port);
                await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
            }
            catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return; // One end has gone, or the wire is cut: the other end is closed as well.
            }
            finally
            {
                _open.TryRemove(client, out _);
            }
        }
    }
}
