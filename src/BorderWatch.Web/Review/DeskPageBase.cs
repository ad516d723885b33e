using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Rulings;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BorderWatch.Web.Review;

/// <summary>What the desk does: shows its lanes, and carries out what an editor says of one incident or of many.</summary>
public abstract class DeskPageBase : ComponentBase
{
    private const int MostRows = 60;

    private static readonly DialogOptions s_dialog = new() { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };

    private Guid? _focused;
    private DeskLane? _shown;

    /// <summary>The lane, as the address names it; null is the first.</summary>
    [SupplyParameterFromQuery(Name = "lane")] public string? LaneKey { get; set; }

    /// <summary>The lane that is shown.</summary>
    protected DeskLane Current => Lanes.Of(LaneKey) ?? DeskLane.Review;

    /// <summary>How much lies in each lane; null while it is counted.</summary>
    protected DeskCounts? Counts { get; private set; }

    /// <summary>The lane's incidents; null while they are on their way.</summary>
    protected IReadOnlyList<DeskItem>? Items { get; private set; }

    /// <summary>The lane's pairs; none but in its own.</summary>
    protected IReadOnlyList<DuplicatePair> Pairs { get; private set; } = [];

    /// <summary>The incidents that are ticked.</summary>
    protected HashSet<Guid> Chosen { get; } = [];

    /// <summary>True where the reader may rule.</summary>
    protected bool MayRule { get; private set; }

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    [Inject] private IDeskQuery Desk { get; set; } = null!;
    [Inject] private IReviewCommands Reviews { get; set; } = null!;
    [Inject] private IMergeCommands Merges { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private Undoing Undoing { get; set; } = null!;
    [Inject] private IDialogService Dialogs { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Current) return;
        _shown = Current;
        (Items, Pairs, _focused) = (null, [], null);
        Chosen.Clear();
        MayRule = (await Caller.GetAsync()).Refusal(Permission.RuleOnIncidents) is null;
        await ReloadAsync();
    }

    /// <summary>Ticks an incident, or takes the tick away.</summary>
    protected void Choose(Guid id, bool isChosen) => _ = isChosen ? Chosen.Add(id) : Chosen.Remove(id);

    /// <summary>Ticks all that are shown, or none where all are.</summary>
    protected void ChooseAll()
    {
        var all = (Items ?? []).Select(item => item.Row.Id).ToList();
        if (Chosen.IsSupersetOf(all)) Chosen.Clear();
        else Chosen.UnionWith(all);
    }

    /// <summary>Notes where the focus is: what is not ticked is done to that one.</summary>
    protected void Focus(Guid id) => _focused = id;

    /// <summary>Confirms.</summary>
    protected Task ConfirmAsync() => ReviewAsync(IncidentStatus.Confirmed, null, null);

    /// <summary>Asks why, and rejects.</summary>
    protected async Task RejectAsync()
    {
        if (Meant.Count == 0) return;
        var dialog = await Dialogs.ShowAsync<RejectDialog>(Meant.Count == 1 ? "Reject the incident" : $"Reject {Meant.Count} incidents", s_dialog);
        if (await dialog.Result is { Canceled: false, Data: Rejection why }) await ReviewAsync(IncidentStatus.Rejected, why.Reason, why.Words);
    }

    /// <summary>Puts a tag on.</summary>
    protected async Task TagAsync(string tag) => await ShowAsync(await Reviews.TagAsync([.. Meant.Select(item => item.Row.Id)], tag, await Caller.GetAsync(), CancellationToken.None));

    /// <summary>Merges the second of a pair into the first.</summary>
    protected async Task MergeAsync(DuplicatePair pair) =>
        await ShowAsync(await Merges.MergeAsync(pair.First.Row.Id, [pair.Second.Row.Id], null, await Caller.GetAsync(), CancellationToken.None));

    /// <summary>Says that a pair are two.</summary>
    protected async Task PartAsync(DuplicatePair pair) =>
        await ShowAsync(await Merges.PartAsync(pair.First.Row.Id, pair.Second.Row.Id, await Caller.GetAsync(), CancellationToken.None));

    // What is ticked; where nothing is, the row with the focus; else the first.
    private List<DeskItem> Meant
    {
        get
        {
            var items = Items ?? [];
            return Chosen.Count > 0 ? [.. items.Where(item => Chosen.Contains(item.Row.Id))] : [.. items.OrderByDescending(item => item.Row.Id == _focused).Take(1)];
        }
    }

    private async Task ReviewAsync(IncidentStatus to, RejectionReason? because, string? words)
    {
        var meant = Meant;
        if (meant.Count == 0) return;
        var said = meant.Count == 1 ? $"{ReviewSentence(to)}: {meant[0].Row.Title}" : $"{ReviewSentence(to)}: {meant.Count} incidents";
        await ShowAsync(await Reviews.ReviewAsync([.. meant.Select(item => (item.Row.Id, item.Row.Status))], to, because, words, await Caller.GetAsync(), CancellationToken.None), said);
    }

    private static string ReviewSentence(IncidentStatus to) => to is IncidentStatus.Confirmed ? "Confirmed" : "Rejected";

    private async Task ShowAsync(CommandResult<Edited> result, string? said = null)
    {
        if (Undoing.Show(result, said, RefreshAsync)) Chosen.Clear();
        await ReloadAsync();
    }

    private Task RefreshAsync() => InvokeAsync(async () =>
    {
        await ReloadAsync();
        StateHasChanged();
    });

    private async Task ReloadAsync()
    {
        Counts = await Desk.CountAsync(CancellationToken.None);
        Pairs = Current is DeskLane.Duplicates ? await Desk.PairsAsync(MostRows, CancellationToken.None) : [];
        Items = await Desk.ItemsAsync(Current, MostRows, CancellationToken.None);
        if (!Items.Any(item => item.Row.Id == _focused)) _focused = null;
    }
}
