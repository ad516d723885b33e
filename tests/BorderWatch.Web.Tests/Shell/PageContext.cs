using BorderWatch.Store.Search;
using BorderWatch.Web.Timeline;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace BorderWatch.Web.Tests.Shell;

/// <summary>Renders components as the application does, on 24 November 2026.</summary>
public abstract class PageContext : BunitContext
{
    protected PageContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped<TimelineMemory>();
        Services.AddSingleton<ISearchLanguage, PlainSearch>();
        Services.AddSingleton<INameQuery, PlainSearch>();
    }

    /// <summary>The clock.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
}
