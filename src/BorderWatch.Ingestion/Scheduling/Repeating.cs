namespace BorderWatch.Ingestion.Scheduling;

/// <summary>Work that is done again and again for as long as the process runs.</summary>
internal static class Repeating
{
    /// <summary>Does it after each pause, one after the other; what fails is told and tried again at the next, for the database may be away for a moment.</summary>
    /// <param name="pause">Between the beginnings of two; the next waits where one takes longer.</param>
    /// <param name="time">The clock.</param>
    /// <param name="work">What is done.</param>
    /// <param name="failed">Is told of every fault, one that was a time limit of its own included.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task EveryAsync(TimeSpan pause, TimeProvider time, Func<CancellationToken, Task> work, Action<Exception> failed, CancellationToken stop)
    {
        using var clock = new PeriodicTimer(pause, time);
        while (await clock.WaitForNextTickAsync(stop))
        {
            try
            {
                await work(stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                failed(fault);
            }
        }
    }
}
