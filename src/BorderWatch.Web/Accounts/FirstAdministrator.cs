using BorderWatch.Store.Accounts;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BorderWatch.Web.Accounts;

/// <summary>
/// Prints a one-time link on the console while there is no account: whoever sees the console makes the administrator, and no password
/// is ever shipped. Not through the log, which is kept.
/// </summary>
internal sealed class FirstAdministrator(IAccountLinks links, IServer server, IOptions<AccountOptions> options, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.DemoUser) return;
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = lifetime.ApplicationStarted.Register(listening.SetResult);
        await listening.Task.WaitAsync(stoppingToken);
        if (await links.FirstAdministratorAsync(stoppingToken) is not { } secret) return;
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
        await Console.Out.WriteLineAsync($"There is no account yet. Make the administrator's here (once; the next start prints a new link):\n  {Reachable(address)}{JoinLink.Path(secret)}".AsMemory(), stoppingToken);
    }

    // "Any address" is none that a browser can go to.
    private static string Reachable(string address) => address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).TrimEnd('/');
}
