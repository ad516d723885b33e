using BorderWatch.Ingestion.Fetching;
using BorderWatch.Testing;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Tests.Fetching;

/// <summary>Tests that fetch from an outlet on loopback, which the fetcher is told to allow.</summary>
public abstract class FetcherTest : IAsyncLifetime
{
    private readonly List<OutgoingHttp> _doors = [];
    private OutletServer? _outlet;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected OutletServer Outlet => _outlet!;

    public async ValueTask InitializeAsync() => _outlet = await OutletServer.StartAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        foreach (var door in _doors) door.Dispose();
        if (_outlet is not null) await _outlet.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Fetcher Fetcher(Action<FetchingOptions>? configure = null)
    {
        var options = new FetchingOptions { AllowedNetworks = ["127.0.0.1/32"], Retries = 0, RetryDelay = TimeSpan.FromMilliseconds(1), TimeLimit = TimeSpan.FromSeconds(20), HostDelay = TimeSpan.Zero };
        configure?.Invoke(options);
        var door = new OutgoingHttp(Options.Create(options));
        _doors.Add(door);
        return new Fetcher(door, new HostPace(options, TimeProvider.System), Options.Create(options), TimeProvider.System);
    }

    private protected async Task<FetchResult.Failed> FailsAsync(string address, Action<FetchingOptions>? configure = null) =>
        Assert.IsType<FetchResult.Failed>(await Fetcher(configure).FetchAsync(address, null, null, Stop));

    private protected async Task<FetchResult.Fetched> FetchesAsync(string address, Action<FetchingOptions>? configure = null) =>
        Assert.IsType<FetchResult.Fetched>(await Fetcher(configure).FetchAsync(address, null, null, Stop));
}
