using System.Security.Claims;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Search;
using BorderWatch.Store.Tokens;
using BorderWatch.Store.Views;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Timeline;
using BorderWatch.Web.Views;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor.Services;

namespace BorderWatch.Web.Tests.Shell;

/// <summary>Renders components as the application does, on 24 November 2026.</summary>
public abstract class PageContext : BunitContext, ISessions, ITokenCheck
{
    // What is waited for comes; how soon says how busy the machine is.
    static PageContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    protected PageContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddScoped<TimelineMemory>();
        Services.AddSingleton<ISearchLanguage, PlainSearch>();
        Services.AddSingleton<INameQuery, PlainSearch>();
        Services.AddSingleton<IViewQuery>(Views);
        Services.AddSingleton<IViewCommands>(Views);
        Services.AddSingleton<TimelineNewsReader>();
        this.AddAuthorization().SetAuthorized("a reader").SetClaims(new Claim("session", Guid.NewGuid().ToString()));
        Services.AddSingleton<ISessions>(this);
        Services.AddSingleton<ITokenCheck>(this);
        Services.AddScoped<CurrentCaller>();
    }

    /// <summary>The saved views.</summary>
    internal KeptViews Views { get; } = new();

    /// <summary>Who sits before the page; may do everything unless a test says otherwise.</summary>
    protected Caller Reader { get; set; } = Caller.Local;

    Task<Caller?> ISessions.CallerAsync(Guid session, CancellationToken cancellation) => Task.FromResult<Caller?>(Reader);

    Task<Caller?> ISessions.SeeAsync(Guid session, CancellationToken cancellation) => Task.FromResult<Caller?>(Reader);

    Task<Caller?> ITokenCheck.CallerAsync(Guid token, CancellationToken cancellation) => Task.FromResult<Caller?>(null);

    Task<ShownToken> ITokenCheck.PresentAsync(string secret, Origin from, CancellationToken cancellation) => Task.FromResult(new ShownToken(null, TokenScopes.None, "Pages take no tokens."));

    /// <summary>The clock.</summary>
    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
}
