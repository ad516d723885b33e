using BorderWatch.Web.Accounts;
using Microsoft.Extensions.Configuration;

namespace BorderWatch.Web.Tests.Accounts;

public sealed class DemoGuardTests
{
    [Theory]
    [InlineData("urls", "http://127.0.0.1:5080", null)]
    [InlineData("urls", "http://localhost:5080;http://[::1]:5080;https://127.0.0.2:1", null)]
    [InlineData("urls", "http://0.0.0.0:5080", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080", "http://*:5080")]
    [InlineData("urls", "http://+:5080", "http://+:5080")]
    [InlineData("urls", "http://[::]:5080", "http://[::]:5080")]
    [InlineData("urls", "http://127.0.0.1:5080;http://192.168.1.5:5080", "http://192.168.1.5:5080")]
    [InlineData("urls", "http://127.0.0.1.evil.example:5080", "http://127.0.0.1.evil.example:5080")]
    [InlineData("urls", "http://localhost.evil.example:5080", "http://localhost.evil.example:5080")]
    [InlineData("urls", "nonsense", "nonsense")]
    [InlineData("http_ports", "8080", "http://*:8080")]
    [InlineData("Kestrel:Endpoints:Open:Url", "http://0.0.0.0:80", "http://0.0.0.0:80")]
    public void FirstOpen_IsWhatOthersCanReach(string setting, string value, string? open) =>
        Assert.Equal(open, DemoGuard.FirstOpen(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build()));
}
