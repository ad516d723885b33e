using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Comments;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Rulings;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BorderWatch.Web.Review;

/// <summary>What the desk does: shows its lanes, and carries out what an editor says of one incident or of many.</summary>
public abstract class DeskPageBase : DeskWatcher
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

    /// <summary>Comments that name the reader; none but in their own lane.</summary>
    protected IReadOnlyList<MentionView> Mentions { get; private set; } = [];

    /// <summary>Who is at which of the incidents that are shown.</summary>
    protected IReadOnlyDictionary<Guid, IncidentCompany> Company { get; private set; } = new Dictionary<Guid, IncidentCompany>();

    /// <summary>Whom incidents can be assigned to.</summary>
    protected IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>How long the lane's incidents have waited; null where it has none.</summary>
    protected LaneAge? LaneAge { get; private set; }

    /// <summary>What each editor has ruled on today.</summary>
    protected IReadOnlyList<EditorDay> Day { get; private set; } = [];

    /// <summary>Who sits before the page.</summary>
    protected Caller Reader { get; private set; } = Store.Accounts.Caller.Nobody;

    /// <summary>The incidents that are ticked.</summary>
    protected HashSet<Guid> Chosen { get; } = [];

    /// <summary>True where the reader may rule.</summary>
    protected bool MayRule { get; private set; }

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    [Inject] private IDeskQuery Desk { get; set; } = null!;
    [Inject] private IDeskCompany Together { get; set; } = null!;
    [Inject] private IDeskDay Days { get; set; } = null!;
    [Inject] private ICommentQuery Comments { get; set; } = null!;
    [Inject] private ICommentCommands CommentCommands { get; set; } = null!;
    [Inject] private ISnackbar Snackbar { get; set; } = null!;
    [Inject] private IReviewCommands Reviews { get; set; } = null!;
    [Inject] private IMergeCommands Merges { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private Undoing Undoing { get; set; } = null!;
    [Inject] private IDialogService Dialogs { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Current) return;
        _shown = Current;
        (Items, Pairs, Mentions, _focused) = (null, [], [], null);
        Chosen.Clear();
        Reader = await Caller.GetAsync();
        MayRule = Reader.Refusal(Permission.RuleOnIncidents) is null;
        Colleagues = (await Together.ColleaguesAsync(Reader, Left)).Value ?? [];
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
        var dialog = await Dialogs.ShowAsync<RejectDialog>(Meant.Count == 1 ? Say.It("Reject the incident") : Say.It("Reject {0} incidents", Meant.Count), s_dialog);
        if (await dialog.Result is { Canceled: false, Data: Rejection why }) await ReviewAsync(IncidentStatus.Rejected, why.Reason, why.Words);
    }

    /// <summary>Puts a tag on.</summary>
    protected async Task TagAsync(string tag) => await ShowAsync(await Reviews.TagAsync([.. Meant.Select(item => item.Row.Id)], tag, await Caller.GetAsync(), CancellationToken.None));

    /// <summary>Gives incidents to somebody to look at; null is nobody.</summary>
    protected async Task AssignAsync(Guid? to) => await ShowAsync(await Reviews.AssignAsync([.. Meant.Select(item => item.Row.Id)], to, await Caller.GetAsync(), CancellationToken.None));

    /// <summary>Takes an incident, or lets it go where it is the reader's.</summary>
    protected async Task TakeAsync(Guid incident)
    {
        var by = await Caller.GetAsync();
        var isMine = Company.GetValueOrDefault(incident)?.Hold?.IsOf(by) == true;
        var done = isMine ? await Together.ReleaseAsync(incident, by, Left) : await Together.TakeAsync(incident, null, by, Left);
        if (done.Error is { } error) Snackbar.Add(Say.Answer(error), Severity.Warning);
        await LookAsync();
    }

    /// <summary>Puts a comment aside that names the reader.</summary>
    protected async Task PutAsideAsync(Guid comment)
    {
        if ((await CommentCommands.PutAsideAsync(comment, await Caller.GetAsync(), Left)).Error is { } error) Snackbar.Add(Say.Answer(error), Severity.Warning);
        await ReloadAsync();
    }

    /// <inheritdoc />
    protected override bool Concerns(Guid incident) => Current is DeskLane.Mentions || Counts is null || (Items ?? []).Any(item => item.Row.Id == incident);

    /// <summary>Who is where, and how much there is. Rows do not move under the eyes: they are read anew when the reader does something.</summary>
    protected override async Task LookAsync()
    {
        var shown = (Items ?? []).Select(item => item.Row.Id).ToList();
        Company = shown.Count == 0 ? new Dictionary<Guid, IncidentCompany>() : (await Together.OfAsync(shown, Reader, Left)).Value ?? Company;
        Counts = await Desk.CountAsync(Reader.Id, Left);
        Day = MayRule ? await Days.TodayAsync(Left) : [];
        if (Current is DeskLane.Mentions) Mentions = (await Comments.MentionsAsync(Reader, Left)).Value ?? [];
    }

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
        var said = meant.Count == 1 ? Say.It("{0}: {1}", ReviewSentence(to), meant[0].Row.Title) : Say.It("{0}: {1} incidents", ReviewSentence(to), meant.Count);
        var by = await Caller.GetAsync();
        var result = await Reviews.ReviewAsync([.. meant.Select(item => (item.Row.Id, item.Row.Status))], to, because, words, by, CancellationToken.None);
        foreach (var done in meant.Where(item => result.Succeeded && Company.GetValueOrDefault(item.Row.Id)?.Hold?.IsOf(by) == true)) await Together.ReleaseAsync(done.Row.Id, by, CancellationToken.None);
        await ShowAsync(result, said);
    }

    private static string ReviewSentence(IncidentStatus to) => to is IncidentStatus.Confirmed ? Say.It("Confirmed") : Say.It("Rejected");

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
        Pairs = Current is DeskLane.Duplicates ? await Desk.PairsAsync(MostRows, CancellationToken.None) : [];
        Items = await Desk.ItemsAsync(Current, Reader.Id, MostRows, CancellationToken.None);
        LaneAge = Current is DeskLane.Duplicates or DeskLane.Mentions ? null : await Days.AgeAsync(Current, Reader.Id, CancellationToken.None);
        if (!Items.Any(item => item.Row.Id == _focused)) _focused = null;
        await LookAsync();
    }
}
