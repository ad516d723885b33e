using BorderWatch.Store.Alerts;
using BorderWatch.Store.Regions;
using BorderWatch.Store.Search;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Timeline;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Alerts;

/// <summary>What a rule's form does: keeps the fields, says what the rule would have done, saves.</summary>
public abstract class AlertFormBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly LatestOnly _counting;
    private AlertInput? _shown;

    /// <summary>Knows nothing yet.</summary>
    protected AlertFormBase() => _counting = new(_left.Token);

    /// <summary>The rule; null for a new one.</summary>
    [Parameter] public Guid? Rule { get; set; }

    /// <summary>What the fields hold at first.</summary>
    [Parameter, EditorRequired] public AlertInput Input { get; set; } = new();

    /// <summary>Called with the rule's id once it is saved.</summary>
    [Parameter] public EventCallback<Guid> OnSaved { get; set; }

    /// <summary>The regions to choose from.</summary>
    protected IReadOnlyList<Region> Regions { get; private set; } = [];

    /// <summary>The parts of the filter, each with the way to take it away.</summary>
    protected IReadOnlyList<FilterChip> Chips { get; private set; } = [];

    /// <summary>Words or terms to narrow the filter by.</summary>
    protected string Words { get; set; } = "";

    /// <summary>What the words say that cannot be read.</summary>
    protected IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>What the rule would have done; null while it is counted, or where the draft says nothing yet.</summary>
    protected AlertPast? Past { get; private set; }

    /// <summary>Why it cannot be counted or saved.</summary>
    protected string? Error { get; private set; }

    /// <summary>True while it is saved.</summary>
    protected bool IsSaving { get; private set; }

    /// <summary>Whether the caller may share rules.</summary>
    protected bool MayShare { get; private set; }

    /// <summary>The region, as the select takes it.</summary>
    protected string RegionId
    {
        get => Input.Filter.RegionId?.ToString() ?? "";
        set => Input.Filter = Input.Filter with { RegionId = Guid.TryParse(value, out var id) ? id : null };
    }

    /// <summary>Where the filter's incidents stand.</summary>
    protected string OnTimeline => new TimelineAddress(Input.Filter).On("/");

    [Inject] private IAlertCommands Commands { get; set; } = null!;
    [Inject] private IAlertQuery Query { get; set; } = null!;
    [Inject] private IRegionQuery RegionQuery { get; set; } = null!;
    [Inject] private ITimelineQuery Timeline { get; set; } = null!;
    [Inject] private ISearchLanguage Language { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private ILogger<AlertForm> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (ReferenceEquals(_shown, Input)) return;
        _shown = Input;
        MayShare = (await Caller.GetAsync()).Permissions.Contains(Store.Accounts.Permission.ManageRegions);
        Regions = await RegionQuery.ListAsync(_left.Token);
        await LookAsync();
    }

    /// <summary>Names the filter's parts anew, and counts what the rule would have done.</summary>
    protected Task LookAsync() => TryAsync(() => _counting.RunAsync(async cancellation =>
    {
        (Past, Error) = (null, null);
        Chips = FilterChip.Of(new(Input.Filter), null);
        if (!Input.Filter.IsEmpty) Chips = FilterChip.Of(new(Input.Filter), await Timeline.FacetsAsync(Input.Filter, cancellation));
        var past = await Query.PastAsync(Input.ToDraft(), await Caller.GetAsync(), cancellation);
        (Past, Error) = (past.Value, Say.Answer(past.Error));
    }));

    /// <summary>Takes a part of the filter away.</summary>
    protected Task GoAsync(TimelineAddress address)
    {
        Input.Filter = address.Filter;
        return LookAsync();
    }

    /// <summary>Narrows the filter by the words.</summary>
    protected async Task NarrowAsync()
    {
        if (Words.Trim() is not { Length: > 0 } words) return;
        var before = Input.Filter;
        var (address, problems) = await SearchAddress.ReadAsync(Language, new(before with { Text = before.Text is { } text ? $"{text} {words}" : words }), _left.Token);
        Problems = problems;
        if (problems.Count > 0) return;
        Words = "";
        await GoAsync(address);
    }

    /// <summary>Saves the rule.</summary>
    protected async Task SaveAsync()
    {
        // What stands in the box is meant, even where "Add" was not pressed.
        await NarrowAsync();
        if (Problems.Count > 0) return;
        IsSaving = true;
        await TryAsync(async () =>
        {
            var saved = await Commands.SaveAsync(Rule, Input.ToDraft(), await Caller.GetAsync(), CancellationToken.None);
            Error = Say.Answer(saved.Error);
            if (saved.Succeeded) await OnSaved.InvokeAsync(saved.Value);
        });
        IsSaving = false;
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "A rule could not be read or saved");
            Error = Say.It("The database did not answer; try again in a moment. The log says why.");
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
