using MudBlazor;
using MudBlazor.Services;

namespace BorderWatch.Web.Shell;

/// <summary>The interactive pages and what they need around them.</summary>
public static class Pages
{
    // The browser sends a pasted article, and the state of a prerendered page, as one message: SignalR's 32 KB would cut the circuit.
    private const long LargestMessage = 4 * 1024 * 1024;

    /// <summary>Registers the pages.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(10);
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
            mud.SnackbarConfiguration.PreventDuplicates = true;
        });
        services.AddTransient<MudLocalizer, MudWords>();
        services.AddScoped<CurrentCaller>();
        services.AddScoped<Timeline.TimelineMemory>();
        services.AddSingleton<Views.TimelineNewsReader>();
        services.AddSingleton<Timeline.ArrivalsWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<Timeline.ArrivalsWatch>());
        services.AddSingleton<Review.DeskWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<Review.DeskWatch>());
        services.AddScoped<Articles.ArticleDraft>();
        services.AddScoped<Rulings.Undoing>();
        services.AddSingleton<Ingestion.Alerts.IBriefLetter, Briefs.BriefMailLetter>();
        services.AddHealthChecks();
    }

    /// <summary>Serves the pages and the files that they load.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null); // SecurityHeaders says it.
    }

    /// <summary>Errors as a page with a sentence and a reference for the log, unknown addresses as a page that leads back, programs' as problem details; never a stack trace.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseWhen(context => Api.ProgramRefusals.IsForPrograms(context.Request.Path), programs => programs.UseStatusCodePages());
    }

    /// <summary><c>/health</c>: 200 while the application can do its work.</summary>
    public static void MapHealth(this WebApplication app) => app.MapHealthChecks("/health").AllowAnonymous();
}
