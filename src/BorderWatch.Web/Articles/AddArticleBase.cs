using System.Data.Common;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace BorderWatch.Web.Articles;

/// <summary>What the dialog does: reads a draft, shows what would be extracted, saves, and goes to the incident.</summary>
public abstract class AddArticleBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();

    /// <summary>What was typed. It outlives a preview, an error and the dialog.</summary>
    [Inject] protected ArticleDraft Draft { get; set; } = null!;

    /// <summary>What would be saved; null while the draft is written.</summary>
    protected ArticlePreview? Preview { get; private set; }

    /// <summary>What is being done, in words; null while nothing is.</summary>
    protected string? Busy { get; private set; }

    /// <summary>What went wrong and what to do; null where nothing did.</summary>
    protected string? Error { get; private set; }

    /// <summary>True while the dialog asks whether what was pasted may be lost.</summary>
    protected bool AsksToDiscard { get; set; }

    /// <summary>The dialog around the component.</summary>
    [CascadingParameter] protected IMudDialogInstance Dialog { get; set; } = null!;

    /// <summary>What saving does, as the button says it.</summary>
    protected string SaveLabel => Preview switch
    {
        { AlreadyStored: true } => Say.It("Open what is stored"),
        { Result.Incidents.Count: 0 } => Say.It("Save without incident"),
        _ => "Save",
    };

    [Inject] private IArticleDesk Desk { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private ILogger<AddArticleDialog> Logger { get; set; } = null!;
    [Inject] private ISnackbar Snackbar { get; set; } = null!;

    /// <summary>Reads the draft without saving.</summary>
    protected async Task PreviewAsync()
    {
        Error = Draft.Problem;
        if (Error is not null || Busy is not null) return;
        Busy = Draft.IsAddress ? Say.It("Fetching and reading the article…") : Say.It("Reading the article…");
        await DoAsync(async () =>
        {
            var by = await Caller.GetAsync();
            var result = Draft.IsAddress
                ? await Desk.PreviewUrlAsync(Draft.Url.Trim(), by, _closed.Token)
                : await Task.Run(() => Desk.PreviewText(ArticleDraft.OrNull(Draft.Title), Draft.Text, Draft.PublishedAt, ArticleDraft.OrNull(Draft.Outlet), by), _closed.Token);
            if (!Draft.IsAddress && result.Preview is { } pasted) result = await Desk.ReadAsLearntAsync(pasted, by, _closed.Token);
            (Preview, Error) = (result.Preview, Say.Answer(result.Error));
        });
    }

    /// <summary>Saves what was shown and goes to what it is about.</summary>
    protected async Task SaveAsync()
    {
        if (Preview is not { } preview || Busy is not null) return;
        Busy = "Saving…";
        await DoAsync(async () =>
        {
            var result = await Desk.SaveAsync(preview, await Caller.GetAsync(), _closed.Token);
            Error = Say.Answer(result.Error);
            if (result.Value is not { } saved) return;
            Snackbar.Add(SavedWords.Of(saved), Severity.Success);
            Draft.Clear();
            Dialog.Close();
            if (saved.Incidents is [var first, ..]) Navigation.NavigateTo($"/incidents/{first}");
        });
    }

    /// <summary>Goes back to the draft, which is as it was.</summary>
    protected void BackToDraft() => (Preview, Error) = (null, null);

    /// <summary>Closes, but asks first where something would be lost.</summary>
    protected void Close()
    {
        if (Draft.HasContent) AsksToDiscard = true;
        else Dialog.Cancel();
    }

    /// <summary>Throws away what was pasted.</summary>
    protected void Discard()
    {
        Draft.Clear();
        Dialog.Cancel();
    }

    /// <summary>Escape closes as the button does.</summary>
    protected Task OnKeyAsync(KeyboardEventArgs key)
    {
        if (key.Key == "Escape") Close();
        return Task.CompletedTask;
    }

    private async Task DoAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (_closed.IsCancellationRequested)
        {
            // The dialog was closed; nobody waits for the answer.
        }
        catch (DbException failure)
        {
            Logger.LogError(failure, "An article could not be saved or compared");
            Error = Say.It("The database did not take it; the log says why. What you pasted is kept: try again.");
        }
        finally
        {
            Busy = null;
        }
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
        GC.SuppressFinalize(this);
    }
}
