using System.Net;
using BorderWatch.Store.Accounts;
using Microsoft.Extensions.Options;

namespace BorderWatch.Web.Accounts;

/// <summary>Keeps the demo user, whom nobody has to sign in, from a network and from an installation that has accounts.</summary>
public static class DemoGuard
{
    private const string Setting = "Accounts:DemoUser";

    /// <summary>Signs everybody on this machine in.</summary>
    public static void AddDemoUser(this WebApplicationBuilder builder) => builder.Configuration.AddInMemoryCollection([new(Setting, "true")]);

    /// <summary>True where no demo user was asked for, or others cannot reach the address; else says so on standard error.</summary>
    public static bool IsDemoUserSafe(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue<bool>(Setting) || FirstOpen(builder.Configuration) is not { } open) return true;
        Console.Error.WriteLine($"--demo signs in everybody who reaches the address, so it listens to this machine alone, and {open} is open to others. Leave the address away, or start without --demo and make accounts.");
        return false;
    }

    /// <summary>True where no demo user was asked for, or nobody has an account, whom it would let others pass by; else says so on standard error.</summary>
    public static async Task<bool> IsDemoUserAloneAsync(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<IOptions<AccountOptions>>().Value.DemoUser || !await app.Services.GetRequiredService<IAccountQuery>().AnyAsync(CancellationToken.None)) return true;
        await Console.Error.WriteLineAsync("This installation has accounts, and --demo would let everybody on this machine in without one. Start without --demo, or with another folder: --data PATH.");
        return false;
    }

    /// <summary>The first configured address that others can reach; null where there is none.</summary>
    public static string? FirstOpen(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"] ?? "");
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Concat(endpoints).ToList();
        // A port without an address is that of every address; it counts where no address is given.
        if (urls.Count == 0) urls.AddRange(new[] { configuration["http_ports"], configuration["https_ports"] }.Where(ports => !string.IsNullOrEmpty(ports)).Select(ports => $"http://*:{ports}"));
        return urls.Find(url => !IsLoopback(url));
    }

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return false; // Such as http://*:5080, every address.
        return address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
