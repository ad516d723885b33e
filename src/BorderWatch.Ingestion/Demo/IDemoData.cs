using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Ingestion.Demo;

/// <summary>Loads the articles that the project brings, from invented outlets, through the same way as any feed.</summary>
public interface IDemoData
{
    /// <summary>Adds the demo outlets and regions that are missing and polls each outlet once. A second call finds everything there and adds nothing. Needs <see cref="Permission.ManageSources"/>.</summary>
    Task<PollResult> LoadAsync(Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation);
}
