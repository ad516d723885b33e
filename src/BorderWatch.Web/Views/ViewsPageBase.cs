using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Views;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Views;

/// <summary>Lists the saved views, and lets their owner change them.</summary>
public abstract class ViewsPageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>The views; null before they are read.</summary>
    protected IReadOnlyList<ViewRow>? Views { get; private set; }

    /// <summary>What went wrong, for the reader.</summary>
    protected string? Error { get; private set; }

    /// <summary>The view whose name is being written.</summary>
    protected Guid? Renaming { get; private set; }

    /// <summary>The view that is to go, once more asked.</summary>
    protected Guid? Deleting { get; private set; }

    /// <summary>What it is to be called.</summary>
    protected string NewName { get; set; } = "";

    [Inject] private IViewQuery Query { get; set; } = null!;
    [Inject] private IViewCommands Commands { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private ILogger<ViewsPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync();

    /// <summary>Reads the views anew.</summary>
    protected Task ReadAsync() => TryAsync(async caller =>
    {
        var read = await Query.ListAsync(caller, _left.Token);
        (Views, Error) = (read.Value, Say.Answer(read.Error));
    });

    /// <summary>Begins or ends to write another name.</summary>
    protected void Rename(ViewRow? view) => (Renaming, NewName, Deleting) = (view?.Id, view?.Name ?? "", null);

    /// <summary>Asks before a view is deleted, or no longer.</summary>
    protected void AskToDelete(ViewRow? view) => (Deleting, Renaming) = (view?.Id, null);

    /// <summary>Gives the view its new name.</summary>
    protected Task TakeNameAsync() => Views?.FirstOrDefault(view => view.Id == Renaming) is { } view ? ChangeAsync(caller => Commands.ChangeAsync(view.Id, NewName, view.IsShared, caller, _left.Token)) : Task.CompletedTask;

    /// <summary>Shows a view to everybody, or to its owner alone.</summary>
    protected Task ShareAsync(ViewRow view) => ChangeAsync(caller => Commands.ChangeAsync(view.Id, view.Name, !view.IsShared, caller, _left.Token));

    /// <summary>Takes an actor or a place off a watchlist.</summary>
    protected Task TakeOffAsync(ViewRow view, WatchedName one) => ChangeAsync(caller => Commands.WatchAsync(view.Id, one.Subject, isWatched: false, caller, _left.Token));

    /// <summary>Deletes the view.</summary>
    protected Task DeleteAsync() => Deleting is { } id ? ChangeAsync(caller => Commands.DeleteAsync(id, caller, _left.Token)) : Task.CompletedTask;

    private Task ChangeAsync(Func<Caller, Task<CommandResult<bool>>> change) => TryAsync(async caller =>
    {
        var changed = await change(caller);
        if (changed.Succeeded) Rename(null);
        var read = await Query.ListAsync(caller, _left.Token);
        (Views, Error) = (read.Value ?? Views, Say.Answer(changed.Error ?? read.Error));
    });

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
            Logger.LogError(failure, "The views could not be read or changed");
            Error = Say.It("The database did not answer. The log says why; nothing is lost.");
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
