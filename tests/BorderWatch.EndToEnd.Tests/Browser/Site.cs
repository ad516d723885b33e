using BorderWatch.Testing;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>The application on a data folder of its own, everybody signed in as in a demo, and a server beside it that plays outlets.</summary>
public class Site : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ApplicationProcess? _application;
    private OutletServer? _outlets;

    /// <summary>Where its pages are.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The outlets' server; the site may fetch from it although it is on loopback.</summary>
    public OutletServer Outlets => _outlets!;

    /// <summary>What it has printed since it was started last.</summary>
    protected string Output => _application!.Output;

    /// <summary>Who may come in.</summary>
    protected virtual string[] Settings => ["--Accounts:DemoUser=true"];

    /// <summary>Waits until it has printed the text.</summary>
    protected Task WaitForOutputAsync(string text) => _application!.WaitForOutputAsync(text, CancellationToken.None);

    public virtual async ValueTask InitializeAsync()
    {
        _outlets = await OutletServer.StartAsync();
        await StartAsync();
    }

    /// <summary>Stops the application as an administrator does, and starts it again on the same folder.</summary>
    public async Task RestartAsync()
    {
        await _application!.DisposeAsync();
        await StartAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_application is not null) await _application.DisposeAsync();
        if (_outlets is not null) await _outlets.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    // Nothing is polled but what the test polls.
    private async Task StartAsync()
    {
        _application = await ApplicationProcess.StartAsync(_folder["data"], CancellationToken.None, start =>
        {
            foreach (var setting in Settings) start.ArgumentList.Add(setting);
            start.ArgumentList.Add("--Ingestion:PollDueSources=false");
            start.ArgumentList.Add("--Ingestion:Fetching:AllowedNetworks:0=127.0.0.1/32");
        });
        Address = await _application.WaitForAddressAsync(CancellationToken.None);
    }
}
