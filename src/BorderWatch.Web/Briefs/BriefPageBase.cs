using BorderWatch.Store.Accounts;
using BorderWatch.Store.Briefs;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.JSInterop;
using MudBlazor;

namespace BorderWatch.Web.Briefs;

/// <summary>What a brief's page does: follows the address, reads, saves and approves.</summary>
public abstract class BriefPageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>The brief.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>The version that the address names; null while it is being read, or where there is none.</summary>
    protected BriefReading? Brief { get; private set; }

    /// <summary>True where there is no such brief, or no such version of it.</summary>
    protected bool IsUnknown { get; private set; }

    /// <summary>What went wrong with reading; null where all is well.</summary>
    protected string? Error { get; private set; }

    /// <summary>Why the last save was refused; null where it was not.</summary>
    protected string? Refusal { get; private set; }

    /// <summary>True while a command runs.</summary>
    protected bool IsSaving { get; private set; }

    /// <summary>Whether the caller may write and approve; the commands decide.</summary>
    protected bool MayChange { get; private set; }

    /// <summary>What is written now.</summary>
    protected string Title { get; set; } = "";

    /// <summary>What is written now.</summary>
    protected string Assessment { get; set; } = "";

    /// <summary>What is written now.</summary>
    protected string Outlook { get; set; } = "";

    /// <summary>Whether to count the figures anew at the next save.</summary>
    protected bool Recount { get; set; }

    [Inject] private IBriefQuery Query { get; set; } = null!;
    [Inject] private IBriefCommands Commands { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private IJSRuntime Script { get; set; } = null!;
    [Inject] private ISnackbar Snackbar { get; set; } = null!;
    [Inject] private ILogger<BriefPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        MayChange = (await Caller.GetAsync()).Refusal(Permission.ManageRegions) is null;
        await ReadAsync();
    }

    /// <summary>Reads the version that the address names; what is being written gives way to it.</summary>
    protected async Task ReadAsync()
    {
        (Error, Refusal) = (null, null);
        try
        {
            var number = int.TryParse(QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).GetValueOrDefault("version"), out var asked) ? asked : (int?)null;
            Brief = await Query.ReadAsync(Id, number, _left.Token);
            IsUnknown = Brief is null;
            if (Brief is { Text: var text }) (Title, Assessment, Outlook, Recount) = (text.Title, text.Assessment, text.Outlook, false);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The brief {Brief} could not be read", Id);
            Error = Say.It("The brief could not be read from the database. The log says why; nothing is lost.");
        }
    }

    /// <summary>Saves what is written as a new version.</summary>
    protected Task SaveAsync() => ChangeAsync(async by =>
    {
        var saved = await Commands.SaveAsync(Id, Brief!.Number, new BriefText(Title, Assessment, Outlook), Recount, by, _left.Token);
        if (saved.Succeeded) Snackbar.Add(Say.It("Saved as version {0}.", saved.Value), Severity.Success);
        return Say.Answer(saved.Error);
    });

    /// <summary>Approves the version that is shown.</summary>
    protected Task ApproveAsync() => ChangeAsync(async by => (await Commands.ApproveAsync(Id, Brief!.Number, by, _left.Token)).Error);

    /// <summary>Opens the browser's print dialog, which also saves as PDF.</summary>
    protected async Task PrintAsync() => await Script.InvokeVoidAsync("print", _left.Token);

    private async Task ChangeAsync(Func<Store.Accounts.Caller, Task<string?>> command)
    {
        if (Brief is null || IsSaving) return;
        IsSaving = true;
        try
        {
            Refusal = Say.Answer(await command(await Caller.GetAsync()));
            if (Refusal is not null) return;
            if (new Uri(Navigation.Uri).Query.Length > 0) Navigation.NavigateTo($"/briefs/{Id}");
            else await ReadAsync();
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The brief {Brief} could not be saved", Id);
            Refusal = Say.It("The database did not take it. What you wrote is still here: try again in a moment. The log says why.");
        }
        finally
        {
            IsSaving = false;
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        if (new Uri(change.Location).AbsolutePath != $"/briefs/{Id}") return;
        await ReadAsync();
        StateHasChanged();
    });

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
