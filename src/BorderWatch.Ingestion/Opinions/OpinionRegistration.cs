using BorderWatch.Ingestion.Fetching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>Brings second opinions into an application that has a store.</summary>
internal static class OpinionRegistration
{
    /// <summary>Adds what asks the model that the section "SecondOpinion" names; without one it stays still.</summary>
    public static void AddOpinions(this IServiceCollection services)
    {
        services.AddOptions<SecondOpinionOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection("SecondOpinion").Bind(options))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SecondOpinionOptions>, SecondOpinionCheck>());
        services.TryAddSingleton<OutgoingModel>();
        services.TryAddSingleton<OpinionQueue>();
        services.TryAddSingleton<OpinionEnding>();
        services.TryAddSingleton<OpinionAsking>();
        services.TryAddSingleton<OpinionLoop>();
        services.TryAddSingleton<IOpinionCommands, OpinionCommands>();
        services.AddHostedService(provider => provider.GetRequiredService<OpinionLoop>());
    }
}
