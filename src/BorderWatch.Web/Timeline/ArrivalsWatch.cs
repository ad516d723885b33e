using System.Data.Common;
using System.Threading.Channels;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Web.Timeline;

/// <summary>Tells every open timeline that incidents came in. One connection to PostgreSQL for all of them, reopened where it is lost.</summary>
public sealed class ArrivalsWatch(IArrivals arrivals, TimeProvider time, ILogger<ArrivalsWatch> logger) : BackgroundService
{
    // A feed's articles are saved one after the other: who looks is told once a while, not once an article.
    private static readonly TimeSpan s_calm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(10);

    private readonly Channel<bool> _heard = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Raised when incidents were saved, here or by another process; on no particular thread.</summary>
    public event Action? Arrived;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ListenAsync(stoppingToken), TellAsync(stoppingToken));

    private async Task ListenAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await foreach (var heard in arrivals.ListenAsync(stop)) _heard.Writer.TryWrite(heard);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is DbException or IOException or TimeoutException)
            {
                logger.LogWarning(failure, "Arrivals are not heard of; listening again in {Seconds} s", s_retry.TotalSeconds);
                _heard.Writer.TryWrite(true); // Whatever comes meanwhile.
                await Task.WhenAny(Task.Delay(s_retry, time, stop));
            }
        }
    }

    private async Task TellAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var _ in _heard.Reader.ReadAllAsync(stop))
            {
                Arrived?.Invoke();
                await Task.Delay(s_calm, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return; // The application ends.
        }
    }
}
