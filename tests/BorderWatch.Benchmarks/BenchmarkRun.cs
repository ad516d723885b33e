using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BorderWatch.Benchmarks;

/// <summary>What benchmarks that start servers have in common.</summary>
internal static class BenchmarkRun
{
    /// <summary>The number behind an option of the command line; the other where it isn't given.</summary>
    public static double Number(string[] args, string option, double otherwise) =>
        args.SkipWhile(arg => arg != option).Skip(1).FirstOrDefault() is { } given ? double.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>A port of 127.0.0.1 that was free a moment ago.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
