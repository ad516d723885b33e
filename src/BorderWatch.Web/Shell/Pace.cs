namespace BorderWatch.Web.Shell;

/// <summary>Progress for a page: the newest report at most ten times a second, so that a fast run does not drown the connection.</summary>
/// <param name="show">Shows a report; called on the page's own context.</param>
/// <param name="invoke">The page's InvokeAsync.</param>
/// <param name="time">The clock.</param>
public sealed class Pace<T>(Action<T> show, Func<Action, Task> invoke, TimeProvider time) : IProgress<T>
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private long _shownAt;
    private bool _shown;

    /// <inheritdoc />
    public void Report(T value)
    {
        lock (_lock)
        {
            if (_shown && time.GetElapsedTime(_shownAt) < s_pause) return;
            (_shown, _shownAt) = (true, time.GetTimestamp());
        }
        _ = invoke(() => show(value));
    }
}
