using BorderWatch.Store.Views;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Timeline;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Views;

/// <summary>Opens, reads and adds to the menu of saved views.</summary>
public abstract class ViewMenuBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>The filter in force.</summary>
    [Parameter, EditorRequired] public TimelineAddress Address { get; set; } = TimelineAddress.Everything;

    /// <summary>Told after a view was saved: the filter has a name now.</summary>
    [Parameter] public EventCallback OnSaved { get; set; }

    /// <summary>The panel itself.</summary>
    protected DropMenu? Menu { get; set; }

    /// <summary>The views; null while they are read.</summary>
    protected IReadOnlyList<ViewRow>? Views { get; private set; }

    /// <summary>Why they could not be read.</summary>
    protected string? Error { get; private set; }

    /// <summary>Why a view was not saved.</summary>
    protected string? Refused { get; private set; }

    /// <summary>The new view's name.</summary>
    protected string Name { get; set; } = "";

    /// <summary>Whether everybody is to see the new view.</summary>
    protected bool IsShared { get; set; }

    /// <summary>True while a view is being saved.</summary>
    protected bool IsSaving { get; private set; }

    /// <summary>False for the whole timeline.</summary>
    protected bool CanSave => !(Address with { Filter = Address.Filter with { ReportedAfter = null } }).IsEmpty;

    [Inject] private IViewQuery Query { get; set; } = null!;
    [Inject] private IViewCommands Commands { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private ILogger<ViewMenu> Logger { get; set; } = null!;

    /// <summary>Keeps the filter on the screen.</summary>
    protected async Task SaveAsync()
    {
        IsSaving = true;
        try
        {
            var saved = await Commands.SaveAsync(new(Name, Address.Filter, Address.LastDays, IsShared), await Caller.GetAsync(), _left.Token);
            Refused = Say.Answer(saved.Error);
            if (!saved.Succeeded) return;
            (Name, IsShared) = ("", false);
            await ReadAsync();
            await OnSaved.InvokeAsync();
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "A view could not be saved");
            Refused = Say.It("The view could not be saved: the database did not answer. Try again.");
        }
        finally
        {
            IsSaving = false;
        }
    }

    /// <summary>Reads the views, with what is new in them at this moment.</summary>
    protected async Task ReadAsync()
    {
        try
        {
            var read = await Query.ListAsync(await Caller.GetAsync(), _left.Token);
            (Views, Error) = (read.Value, Say.Answer(read.Error));
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The views could not be read");
            Error = Say.It("The views could not be read from the database. Close the menu and open it again.");
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
