using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace BorderWatch.Web.Shell;

/// <summary>Where the application listens. The default is loopback alone: opening it to a network is a decision somebody takes.</summary>
public static class Address
{
    /// <summary>Used where neither <c>--urls</c> nor the environment names another.</summary>
    public const string Default = "http://127.0.0.1:5080";

    private static readonly string[] s_settings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    /// <summary>Takes the default address unless another is configured.</summary>
    public static void AddAddress(this WebApplicationBuilder builder)
    {
        if (!s_settings.Any(name => builder.Configuration.GetSection(name) is var section && section.Exists()))
            builder.WebHost.UseUrls(Default);
        // A build that was never published finds its own and its packages' static files by this manifest.
        builder.WebHost.UseStaticWebAssets();
    }

    /// <summary>Prints one line with the address once the application listens.</summary>
    public static void AnnounceAddress(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        app.Logger.LogInformation("BorderWatch is at {Address} (Ctrl+C stops it)", string.Join(" and ", addresses));
    });
}
