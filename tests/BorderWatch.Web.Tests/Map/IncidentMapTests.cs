using BorderWatch.Web.Map;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace BorderWatch.Web.Tests.Map;

public sealed class IncidentMapTests : BunitContext
{
    [Fact]
    public void Render_BrowserWithoutWebGl_SaysSoAndPointsToTheList()
    {
        Services.AddSingleton<IJSRuntime>(new Browser(open: () => null));

        var map = Render<IncidentMap>(parameters => parameters.Add(component => component.IsReady, true));

        Assert.Contains("no WebGL", map.WaitForElement(".notice[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("The list holds the same incidents", map.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FilesDoNotCome_SaysWhatToDo()
    {
        Services.AddSingleton<IJSRuntime>(new Browser(open: () => throw new JSException("404")));

        var map = Render<IncidentMap>(parameters => parameters.Add(component => component.IsReady, true));

        Assert.Contains("Reload the page", map.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    // bunit's own stand-in cannot answer null for an object.
    private sealed class Browser(Func<IJSObjectReference?> open) : IJSRuntime, IJSObjectReference
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => InvokeAsync<TValue>(identifier, CancellationToken.None, args);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            ValueTask.FromResult((TValue)(identifier == "import" ? this : open())!);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
