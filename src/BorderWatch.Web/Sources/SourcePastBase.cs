using System.Globalization;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Backfills;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Sources;

/// <summary>Shows how far backfills of a source have come, and takes the reader's commands.</summary>
public abstract class SourcePastBase : ComponentBase, IDisposable
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _left = new();

    private readonly CancellationToken _stop;

    private ITimer? _clock;

    /// <summary>Nothing is read yet.</summary>
    protected SourcePastBase() => _stop = _left.Token;

    /// <summary>The source.</summary>
    [Parameter, EditorRequired] public Guid SourceId { get; set; }

    /// <summary>True where it has a feed on the web, so that its site can be asked.</summary>
    [Parameter] public bool IsOnTheWeb { get; set; }

    /// <summary>True where the reader may ask, pause and end.</summary>
    [Parameter] public bool MayManage { get; set; }

    /// <summary>Told when articles have been taken in.</summary>
    [Parameter] public EventCallback OnTaken { get; set; }

    /// <summary>The newest first.</summary>
    protected IReadOnlyList<BackfillProgress> Backfills { get; private set; } = [];

    /// <summary>Why the last command was refused; null where it was not.</summary>
    protected string? Error { get; private set; }

    /// <summary>The first day to ask for.</summary>
    protected DateOnly From { get; set; }

    /// <summary>The last day to ask for.</summary>
    protected DateOnly To { get; set; }

    /// <summary>Today, UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>True where the reader may ask for the past.</summary>
    protected bool MayAsk => MayManage && IsOnTheWeb;

    /// <summary>True while one by site maps is not finished: another must wait.</summary>
    protected bool HasOpen => Backfills.Any(b => b.Backfill is { Kind: BackfillKind.SiteMaps, FinishedAt: null });

    [Inject] private IBackfillQuery Query { get; set; } = null!;
    [Inject] private IBackfillCommands Commands { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() => (From, To) = (Today.AddMonths(-1), Today);

    /// <inheritdoc />
    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <summary>A day that was chosen; the one before where the field was emptied.</summary>
    protected static DateOnly Day(ChangeEventArgs change, DateOnly before) =>
        DateOnly.TryParseExact(change.Value as string, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : before;

    /// <summary>Asks for the period.</summary>
    protected Task StartAsync() => TellAsync(by => Commands.StartAsync(SourceId, From, To, by, _stop));

    /// <summary>Pauses it.</summary>
    protected Task PauseAsync(Guid id) => TellAsync(by => Commands.PauseAsync(id, by, _stop));

    /// <summary>Resumes it.</summary>
    protected Task ResumeAsync(Guid id) => TellAsync(by => Commands.ResumeAsync(id, by, _stop));

    /// <summary>Ends it for good.</summary>
    protected Task EndAsync(Guid id) => TellAsync(by => Commands.EndAsync(id, by, _stop));

    /// <summary>Tries its failed pages again.</summary>
    protected Task RetryAsync(Guid id) => TellAsync(by => Commands.RetryAsync(id, by, _stop));

    private async Task TellAsync(Func<Caller, Task<CommandResult<Guid>>> command)
    {
        Error = Say.Answer((await command(await Caller.GetAsync())).Error);
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        Backfills = await Query.ListAsync(SourceId, _stop);
        var running = Backfills.Any(b => b.Backfill.State == BackfillState.Running);
        if (running && _clock is null) _clock = Time.CreateTimer(_ => _ = InvokeAsync(LookAsync), null, s_lookEvery, s_lookEvery);
        if (running || _clock is null) return;
        await _clock.DisposeAsync();
        _clock = null;
        await OnTaken.InvokeAsync();
    }

    private async Task LookAsync()
    {
        try
        {
            await ReadAsync();
            StateHasChanged();
        }
        catch (OperationCanceledException)
        {
            // The reader has left the page.
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await DispatchExceptionAsync(fault);
        }
    }

    /// <summary>Stops looking.</summary>
    public void Dispose()
    {
        _clock?.Dispose();
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
