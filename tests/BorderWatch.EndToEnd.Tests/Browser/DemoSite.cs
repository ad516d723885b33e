using BorderWatch.Ingestion.Tests.Alerts;
using Microsoft.Playwright;

namespace BorderWatch.EndToEnd.Tests.Browser;

/// <summary>A site with the demo data, loaded by the button of the empty timeline. Tests read it and change nothing.</summary>
public sealed class DemoSite(RealBrowser browser) : Site
{
    /// <summary>The mail server beside it.</summary>
    public MailServer Mail { get; } = new();

    protected override string[] Settings =>
        [.. base.Settings, "--Alerts:LookEvery=00:00:01", "--Alerts:Smtp:Host=127.0.0.1", $"--Alerts:Smtp:Port={Mail.Port}", "--Alerts:Smtp:Security=None", "--Alerts:Smtp:From=BorderWatch <briefs@desk.example>"];

    /// <summary>What the empty timeline said while it loaded.</summary>
    public string Progress { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var window = await browser.OpenAsync(Address);
        await window.GoAsync("/");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Load demo data" }).ClickAsync();
        await window.Page.GetByText("new articles of").WaitForAsync(new() { Timeout = 300_000 });
        Progress = await window.Page.GetByText("new articles of").InnerTextAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Mail.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
