using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Tags;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Rulings;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Tags;

/// <summary>Lists the tags, and lets who may order them.</summary>
public abstract class TagsPageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>The tags; null before they are read.</summary>
    protected IReadOnlyList<TagRow>? Rows { get; private set; }

    /// <summary>The groups that there are.</summary>
    protected IReadOnlyList<string> Groups => [.. (Rows ?? []).Select(row => row.Group).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>What went wrong, for the reader.</summary>
    protected string? Error { get; private set; }

    /// <summary>True where the reader may change them.</summary>
    protected bool MayManage { get; private set; }

    /// <summary>The tag that is being made or changed; null where none is.</summary>
    protected TagEdit? Editing { get; private set; }

    /// <summary>The tag that is to go into another; null where none is.</summary>
    protected Guid? Merging { get; private set; }

    /// <summary>The tag that is to take its place.</summary>
    protected Guid? Into { get; set; }

    /// <summary>True while tags are merged: it may take a moment.</summary>
    protected bool IsBusy { get; private set; }

    [Inject] private ITagQuery Query { get; set; } = null!;
    [Inject] private ITagCommands Commands { get; set; } = null!;
    [Inject] private ITagMerging Merges { get; set; } = null!;
    [Inject] private Undoing Undoing { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private ILogger<TagsPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => TryAsync(async caller =>
    {
        MayManage = caller.Refusal(Permission.ManageTags) is null;
        Rows = await Query.ListAsync(_left.Token);
    });

    /// <summary>Begins to make or change a tag.</summary>
    protected void Edit(TagRow? row) => (Editing, Merging, Error) = (TagEdit.Of(row), null, null);

    /// <summary>Leaves things as they are.</summary>
    protected void Leave() => (Editing, Error) = (null, null);

    /// <summary>Begins or ends to choose what a tag goes into.</summary>
    protected void AskToMerge(TagRow? row) => (Merging, Into, Editing, Error) = (row?.Id, null, null, null);

    /// <summary>Saves what is being made or changed.</summary>
    protected Task SaveAsync() => Editing is { } edit ? TryAsync(async caller =>
    {
        Error = Say.Answer((await Commands.SaveAsync(edit.Id, edit.Draft, caller, _left.Token)).Error);
        if (Error is null) Editing = null;
        Rows = await Query.ListAsync(_left.Token);
    }) : Task.CompletedTask;

    /// <summary>Retires a tag or brings it back.</summary>
    protected Task RetireAsync(TagRow row) => TryAsync(async caller =>
    {
        Error = Say.Answer((await Commands.SetRetiredAsync(row.Id, row.RetiredAt is null, caller, _left.Token)).Error);
        Rows = await Query.ListAsync(_left.Token);
    });

    /// <summary>Merges; the snackbar takes it back.</summary>
    protected Task MergeAsync() => Merging is { } tag && Into is { } into ? TryAsync(async caller =>
    {
        IsBusy = true;
        var merged = await Merges.MergeAsync(tag, into, caller, _left.Token);
        Error = Say.Answer(merged.Error);
        if (merged.Succeeded)
        {
            Merging = null;
            Undoing.Show(merged, null, () => InvokeAsync(RefreshAsync));
        }
        Rows = await Query.ListAsync(_left.Token);
    }) : Task.CompletedTask;

    private async Task RefreshAsync()
    {
        await TryAsync(async _ => Rows = await Query.ListAsync(_left.Token));
        StateHasChanged();
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
            Logger.LogError(failure, "The tags could not be read or changed");
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
