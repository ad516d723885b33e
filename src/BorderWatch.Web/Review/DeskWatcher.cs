using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Review;

/// <summary>A part of a page that shows what colleagues do: looks again when the desk is heard of, and every few seconds, since a hold or a visit ends in silence.</summary>
public abstract class DeskWatcher : ComponentBase, IAsyncDisposable
{
    /// <summary>How often a page says that it is there, and looks.</summary>
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource _left = new();
    private Action<Guid?>? _onChanged;

    [Inject] private DeskWatch Watch { get; set; } = null!;
    [Inject] private ILogger<DeskWatcher> Logger { get; set; } = null!;

    /// <summary>The clock.</summary>
    [Inject] protected TimeProvider Time { get; set; } = null!;

    /// <summary>Cancelled when the page is left.</summary>
    protected CancellationToken Left => _left.Token;

    /// <summary>True once the page is open in a browser, and not only written.</summary>
    protected bool IsOpen { get; private set; }

    /// <summary>True where a signal bears on what is shown.</summary>
    protected abstract bool Concerns(Guid incident);

    /// <summary>Says that the page is there, where that is to be said.</summary>
    protected virtual Task BeatAsync() => Task.CompletedTask;

    /// <summary>Reads what is shown.</summary>
    protected abstract Task LookAsync();

    /// <summary>Says that the page is gone, where that is to be said.</summary>
    protected virtual Task LeaveAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        IsOpen = true;
        Watch.Changed += _onChanged = Reader.Keep<Guid?>(OnChanged);
        await TryAsync(BeatAsync);
        _ = BeatOnAsync();
    }

    private void OnChanged(Guid? incident)
    {
        if (incident is { } one && !Concerns(one)) return;
        _ = InvokeAsync(() => TryAsync(LookAsync));
    }

    private async Task BeatOnAsync()
    {
        using var timer = new PeriodicTimer(s_beat, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(Left))
            {
                await InvokeAsync(async () =>
                {
                    await TryAsync(BeatAsync);
                    await TryAsync(LookAsync);
                });
            }
        }
        catch (OperationCanceledException) when (Left.IsCancellationRequested)
        {
            return; // The page was left.
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        if (_left.IsCancellationRequested) return;
        try
        {
            await work();
            if (!_left.IsCancellationRequested) StateHasChanged();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogWarning(failure, "What colleagues do could not be read; it is tried again");
        }
    }

    /// <summary>Stops looking, and says that the page is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        Watch.Changed -= _onChanged;
        await _left.CancelAsync();
        if (IsOpen)
        {
            try
            {
                await LeaveAsync();
            }
            catch (Exception failure) when (failure.IsOfStore())
            {
                Logger.LogWarning(failure, "A page that was left is forgotten in a minute");
            }
        }
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
