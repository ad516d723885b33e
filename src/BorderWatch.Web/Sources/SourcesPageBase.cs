using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BorderWatch.Web.Sources;

/// <summary>What the sources page does.</summary>
public abstract class SourcesPageBase : ComponentBase, IDisposable
{
    private static readonly DialogOptions s_dialog = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };

    private readonly CancellationTokenSource _left = new();

    /// <summary>The sources; null while they are on their way.</summary>
    protected IReadOnlyList<SourceHealth>? Views { get; private set; }

    /// <summary>Why the last command was refused; null where it was not.</summary>
    protected string? Error { get; private set; }

    /// <summary>True where the reader may add, switch and poll sources.</summary>
    protected bool MayManage { get; private set; }

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Given by a link that wants the dialog to open at once.</summary>
    [SupplyParameterFromQuery(Name = "add")] public string? Add { get; set; }

    [Inject] private ISourceQuery Query { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private ISourceCommands Commands { get; set; } = null!;
    [Inject] private IDialogService Dialogs { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        MayManage = (await Caller.GetAsync()).Permissions.Contains(Permission.ManageSources);
        await ReloadAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || Add is null || !MayManage) return;
        await AddAsync();
        StateHasChanged();
        // Only now: a navigation closes dialogs.
        Navigation.NavigateTo("/sources", replace: true);
    }

    /// <summary>Reads the sources again.</summary>
    protected async Task ReloadAsync() => Views = await Query.HealthAsync(_left.Token);

    /// <summary>Opens the dialog, and reads again where a source was added.</summary>
    protected async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<AddSourceDialog>(Say.It("Add a source"), s_dialog);
        if (await dialog.Result is { Canceled: false }) await ReloadAsync();
    }

    /// <summary>Opens the dialog that takes a list of feeds over, and reads again: what was taken over before it was closed is here, however it was closed.</summary>
    protected async Task ImportAsync()
    {
        var dialog = await Dialogs.ShowAsync<ImportFeedsDialog>(Say.It("Take over a list of feeds"), s_dialog);
        await dialog.Result;
        await ReloadAsync();
    }

    /// <summary>Switches polling on or off.</summary>
    protected async Task SetEnabledAsync(SourceHealth health, bool enabled)
    {
        var result = await Commands.SetEnabledAsync(health.View.Source.Id, enabled, await Caller.GetAsync(), _left.Token);
        Error = Say.Answer(result.Error);
        await ReloadAsync();
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
