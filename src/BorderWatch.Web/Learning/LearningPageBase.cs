using BorderWatch.Ingestion.Learning;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Learning;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Words;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Learning;

/// <summary>Shows what was learnt from editors' rulings, and lets who may switch it.</summary>
public abstract class LearningPageBase : ComponentBase, IDisposable
{
    /// <summary>Sources and confidence are judged by so many months.</summary>
    protected const int Months = 36;

    private readonly CancellationTokenSource _left = new();

    /// <summary>What was learnt; null before it is read.</summary>
    protected LearningReport? Report { get; private set; }

    /// <summary>What went wrong, for the reader.</summary>
    protected string? Error { get; private set; }

    /// <summary>What was done, for the reader.</summary>
    protected string? Said { get; private set; }

    /// <summary>True where the reader may switch and have it learnt anew.</summary>
    protected bool MayManage { get; private set; }

    /// <summary>True while it is learnt anew.</summary>
    protected bool IsBusy { get; private set; }

    [Inject] private ILearningQuery Query { get; set; } = null!;
    [Inject] private ILearningCommands Commands { get; set; } = null!;
    [Inject] private ILearningWork Work { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ILogger<LearningPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => TryAsync(ReadAsync);

    /// <summary>Learns everything anew.</summary>
    protected Task LearnAsync() => TryAsync(async caller =>
    {
        (IsBusy, Said) = (true, null);
        StateHasChanged();
        var run = await Work.LearnAsync(caller, _left.Token);
        await ReadAsync(caller);
        if (run.Error is not null) Error = Say.Answer(run.Error);
        else Said = Say.It("Learnt anew from {0}: {1} that can be switched, {2} switched off.", CountWords.Of(run.Value!.Incidents, "incident"), CountWords.Of(run.Value.Things, "thing"), run.Value.SwitchedOff);
    });

    /// <summary>Switches one thing.</summary>
    protected Task SwitchAsync(LearntRow row) => TryAsync(async caller =>
    {
        Said = null;
        var switched = await Commands.SwitchAsync(row.Id, !row.IsOn, caller, _left.Token);
        await ReadAsync(caller);
        if (switched.Error is not null) Error = Say.Answer(switched.Error);
        else Said = $"{(switched.Value ? Say.It("{0}: switched on.", LearningWords.Of(row)) : Say.It("{0}: switched off.", LearningWords.Of(row)))} {Say.It("It holds from the next article on; what was read before changes when its articles are read anew (borderwatch reprocess).")}";
    });

    private async Task ReadAsync(Caller caller)
    {
        MayManage = caller.Refusal(Permission.ManageLearning) is null;
        var today = DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);
        var report = await Query.ReadAsync(today.AddMonths(-Months), caller, _left.Token);
        (Report, Error) = (report.Value ?? Report, Say.Answer(report.Error));
    }

    private async Task TryAsync(Func<Caller, Task> work)
    {
        try
        {
            await work(await Caller.GetAsync());
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "What was learnt could not be read or switched");
            Error = Say.It("The database did not answer. The log says why; nothing is lost.");
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
