namespace BorderWatch.Web.Shell;

/// <summary>One reading at a time: what is asked for later stops what was asked before. Of one circuit, and not for several threads.</summary>
/// <param name="left">Cancelled when the page is left.</param>
public sealed class LatestOnly(CancellationToken left)
{
    private CancellationTokenSource? _current;

    /// <summary>Reads, once whatever was being read has been told to stop.</summary>
    /// <returns>False where this reading was stopped in its turn, by another one or because the page was left.</returns>
    public async Task<bool> RunAsync(Func<CancellationToken, Task> read)
    {
        if (_current is { } earlier) await earlier.CancelAsync();
        var mine = _current = CancellationTokenSource.CreateLinkedTokenSource(left);
        try
        {
            await read(mine.Token);
            return !mine.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (mine.IsCancellationRequested)
        {
            return false;
        }
    }
}
