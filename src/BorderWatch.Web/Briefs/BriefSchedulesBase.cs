using BorderWatch.Store.Briefs;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Briefs;

/// <summary>What the list of schedules does: reads, adds, changes, pauses and removes.</summary>
public abstract class BriefSchedulesBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>The schedules; null while they are read.</summary>
    protected IReadOnlyList<BriefScheduleRow>? Rows { get; private set; }

    /// <summary>The regions to choose from.</summary>
    protected IReadOnlyList<Region> Regions { get; private set; } = [];

    /// <summary>The accounts to mail to.</summary>
    protected IReadOnlyList<MailRecipient> Recipients { get; private set; } = [];

    /// <summary>What is being written; null where nothing is.</summary>
    protected BriefScheduleInput? Input { get; private set; }

    /// <summary>Which schedule is asked about before it is removed.</summary>
    protected Guid? Removing { get; set; }

    /// <summary>What went wrong with reading.</summary>
    protected string? Error { get; private set; }

    /// <summary>Why the last command was refused.</summary>
    protected string? Refusal { get; private set; }

    /// <summary>True while a command runs.</summary>
    protected bool IsBusy { get; private set; }

    [Inject] private IBriefSchedules Schedules { get; set; } = null!;
    [Inject] private IBriefMail Mail { get; set; } = null!;
    [Inject] private IRegionQuery RegionQuery { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private ILogger<BriefSchedules> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <summary>Reads the schedules and what a form needs.</summary>
    protected async Task ReadAsync()
    {
        Error = null;
        try
        {
            var by = await Caller.GetAsync();
            Regions = await RegionQuery.ListAsync(_left.Token);
            Recipients = (await Mail.RecipientsAsync(by, _left.Token)).Value ?? [];
            var read = await Schedules.ListAsync(by, _left.Token);
            (Rows, Error) = (read.Value, Say.Answer(read.Error));
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The schedules could not be read");
            Error = Say.It("The schedules could not be read from the database. The log says why; nothing is lost.");
        }
    }

    /// <summary>Opens the form.</summary>
    /// <param name="schedule">The schedule to change; null for a new one.</param>
    protected void Write(BriefSchedule? schedule) => (Input, Refusal, Removing) = (schedule is null ? new() : BriefScheduleInput.Of(schedule), null, null);

    /// <summary>Closes the form.</summary>
    protected void Cancel() => (Input, Refusal) = (null, null);

    /// <summary>Saves what stands in the form.</summary>
    protected Task SaveAsync() => DoAsync(async by =>
    {
        if (Input!.Region.Length == 0) return Say.It("Choose a region.");
        var saved = await Schedules.SaveAsync(Input.Id, Input.ToDraft(), by, CancellationToken.None);
        if (saved.Succeeded) Input = null;
        return Say.Answer(saved.Error);
    });

    /// <summary>Pauses, or lets go on.</summary>
    protected Task PauseAsync(BriefSchedule schedule) => DoAsync(async by => (await Schedules.SetPausedAsync(schedule.Id, !schedule.IsPaused, by, CancellationToken.None)).Error);

    /// <summary>Removes a schedule.</summary>
    protected Task RemoveAsync(Guid schedule) => DoAsync(async by => (await Schedules.RemoveAsync(schedule, by, CancellationToken.None)).Error);

    private async Task DoAsync(Func<Store.Accounts.Caller, Task<string?>> command)
    {
        if (IsBusy) return;
        IsBusy = true;
        try
        {
            Refusal = Say.Answer(await command(await Caller.GetAsync()));
            if (Refusal is not null) return;
            Removing = null;
            await ReadAsync();
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "A schedule could not be changed");
            Refusal = Say.It("The database did not take it; try again in a moment. The log says why.");
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
