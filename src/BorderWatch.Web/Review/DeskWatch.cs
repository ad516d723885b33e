using System.Data.Common;
using BorderWatch.Store.Desk;

namespace BorderWatch.Web.Review;

/// <summary>Tells open pages who takes, visits and comments on which incident. One connection to PostgreSQL for all of them, reopened where it is lost.</summary>
public sealed class DeskWatch(IDeskSignals signals, TimeProvider time, ILogger<DeskWatch> logger) : BackgroundService
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(10);

    /// <summary>Raised with the incident where something changed; with null where anything may have. On no particular thread.</summary>
    public event Action<Guid?>? Changed;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await foreach (var incident in signals.ListenAsync(stoppingToken)) Changed?.Invoke(incident);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is DbException or IOException or TimeoutException)
            {
                logger.LogWarning(failure, "The desk is not heard of; listening again in {Seconds} s", s_retry.TotalSeconds);
                await Task.WhenAny(Task.Delay(s_retry, time, stoppingToken));
                Changed?.Invoke(null); // Whatever happened meanwhile.
            }
        }
    }
}
