using BorderWatch.Ingestion.Briefs;
using BorderWatch.Ingestion.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MimeKit;

namespace BorderWatch.Ingestion.Alerts;

/// <summary>Brings alerts and scheduled briefs into an application that has a store.</summary>
internal static class AlertRegistration
{
    /// <summary>Adds what looks whether rules fire, makes the briefs that are due, and sends what is to leave.</summary>
    public static void AddAlerts(this IServiceCollection services)
    {
        services.AddOptions<AlertOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection("Alerts").Bind(options))
            .Validate(o => o.Site.IsAbsoluteUri && o.Site.Scheme is "http" or "https", "Alerts: Site must be an address such as https://borderwatch.example.org.")
            .Validate(o => o.LookEvery > TimeSpan.Zero && o.EscalationEvery > TimeSpan.Zero && o.TimeLimit > TimeSpan.Zero && o.FirstRetry > TimeSpan.Zero, "Alerts: LookEvery, EscalationEvery, TimeLimit and FirstRetry must be positive.")
            .Validate(o => o.LongestRetry >= o.FirstRetry && o.GiveUpAfter >= TimeSpan.FromDays(1), "Alerts: LongestRetry must not be shorter than FirstRetry, and GiveUpAfter at least a day.")
            .Validate(o => o.Smtp.Host.Length == 0 || (o.Smtp.Port is > 0 and <= 65535 && MailboxAddress.TryParse(o.Smtp.From, out _)), "Alerts: Smtp needs a Port from 1 to 65535 and a From such as alerts@example.org.")
            .ValidateOnStart();
        services.TryAddSingleton<OutgoingMail>();
        services.TryAddSingleton<AlertSending>();
        services.TryAddSingleton<AlertSchedule>();
        services.AddHostedService(provider => provider.GetRequiredService<AlertSchedule>());
        services.TryAddSingleton<BriefLoop>();
        services.AddHostedService(provider => provider.GetRequiredService<BriefLoop>());
    }
}
