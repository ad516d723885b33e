using BorderWatch.Store.Accounts;
using BorderWatch.Store.Search;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Views;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace BorderWatch.Web.Timeline;

/// <summary>What the timeline does: follows the address, reads on, notices what is new.</summary>
public abstract class IncidentTimelineBase : ComponentBase, IDisposable
{
    private static readonly TimeSpan s_glance = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _looking;
    private bool _restoreScroll;
    private bool _isShown;
    private Action? _onArrived;

    /// <summary>The first look of the prerendered page, so that the circuit need not ask again.</summary>
    [PersistentState] public TimelineLook? FirstLook { get; set; }

    /// <summary>What is new to the reader in that look.</summary>
    [PersistentState] public TimelineNews? FirstNews { get; set; }

    /// <summary>The filter in force.</summary>
    protected TimelineAddress Address { get; private set; } = TimelineAddress.Everything;

    /// <summary>What has been read; null while the first look is on its way.</summary>
    protected TimelineReading? Reading { get; private set; }

    /// <summary>What came in since the reader last looked.</summary>
    protected TimelineNews News { get; private set; } = TimelineNews.None;

    /// <summary>What went wrong, for the reader; null where all is well.</summary>
    protected string? Error { get; private set; }

    /// <summary>Why no older incidents came; null where all is well.</summary>
    protected string? OlderError { get; private set; }

    /// <summary>What the address asks for that cannot be read; nothing is listed until that is mended.</summary>
    protected IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>True while rows are on their way.</summary>
    protected bool IsLoading { get; private set; }

    /// <summary>How many incidents of the filter have come in since the look.</summary>
    protected int Arrived { get; private set; }

    /// <summary>True where incidents have come or gone since the look.</summary>
    protected bool HasChanged { get; private set; }

    /// <summary>Whether the drawer with the filters is open; it is a column where there is room.</summary>
    protected bool FiltersAreOpen { get; set; }

    /// <summary>The parts of the filter that can be taken away.</summary>
    protected IReadOnlyList<FilterChip> Chips => FilterChip.Of(Address, Reading?.Look.Facets);

    /// <summary>The page's title, naming the filter.</summary>
    protected string Title => $"{(Chips.Count > 0 ? string.Join(Say.It(", "), Chips.Select(chip => chip.Label)) + " · " : "")}{Say.It("Timeline")} · BorderWatch";

    /// <summary>Today, UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    [Inject] private ITimelineQuery Query { get; set; } = null!;
    [Inject] private ISearchLanguage Language { get; set; } = null!;
    [Inject] private TimelineNewsReader NewsReader { get; set; } = null!;
    [Inject] private CurrentCaller Asker { get; set; } = null!;
    [Inject] private TimelineMemory Memory { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ArrivalsWatch Watch { get; set; } = null!;
    [Inject] private IJSRuntime Script { get; set; } = null!;
    [Inject] private ILogger<IncidentTimeline> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        await FollowAsync(Navigation.Uri);
        if (Problems.Count > 0) return;
        if (Memory.Of(Address) is { } remembered) (Reading, News, _restoreScroll) = (remembered, Memory.News, true);
        else if (FirstLook is { } look && look.Query == Address.On("/")) Keep(TimelineReading.From(look, Address), FirstNews ?? TimelineNews.None);
        else await LookAnewAsync();
        (FirstLook, FirstNews) = (Reading?.Look, News);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _isShown = true; // Never while prerendering: a page that nobody has seen marks nothing.
        if (_restoreScroll) await Script.InvokeVoidAsync("borderWatch.restoreScroll", _left.Token);
        _onArrived = Reader.Keep(OnArrived);
        Watch.Arrived += _onArrived;
        _ = GlanceAsync();
        await BeginToMarkAsync();
    }

    /// <summary>What is on the screen is new no more.</summary>
    protected Task MarkSeenAsync() => KeepNewsAsync(async (look, caller) => Memory.News = News = await NewsReader.SeenAsync(News, look, caller, _left.Token));

    /// <summary>Looks up which view the filter is, once it has been given a name.</summary>
    protected async Task NameAsync()
    {
        await KeepNewsAsync(async (_, caller) => Memory.News = News = await NewsReader.ReadAsync(Address, caller, _left.Token));
        await BeginToMarkAsync();
    }

    /// <summary>Goes to another filter; the address carries it.</summary>
    protected void Go(TimelineAddress address) => Navigation.NavigateTo(address.On("/"));

    /// <summary>Reads from the newest again.</summary>
    protected async Task LookAnewAsync()
    {
        (IsLoading, Error, OlderError, HasChanged, Arrived) = (true, null, null, false, 0);
        if (_looking is { } before) await before.CancelAsync();
        var looking = _looking = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        try
        {
            var (address, caller) = (Address, await Asker.GetAsync());
            var (news, reading) = (NewsReader.ReadAsync(address, caller, looking.Token), TimelineReading.BeginAsync(Query, address, looking.Token));
            await Task.WhenAll(news, reading);
            if (!looking.IsCancellationRequested) Keep(await reading, await news);
        }
        catch (OperationCanceledException) when (looking.IsCancellationRequested)
        {
            return; // Another filter, or another page, was asked for meanwhile.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The timeline could not be read");
            Error = Say.It("The timeline could not be read from the database. The log says why; nothing is lost.");
        }
        if (looking == _looking) IsLoading = false;
        if (_isShown) await BeginToMarkAsync();
    }

    /// <summary>Reads the next older page.</summary>
    protected async Task OlderAsync()
    {
        if (IsLoading || Reading is not { HasOlder: true } reading) return;
        (IsLoading, OlderError) = (true, null);
        try
        {
            await reading.OlderAsync(Query, _left.Token);
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "Older incidents could not be read");
            OlderError = Say.It("Older incidents could not be read: the database did not answer. What stands above was read before.");
        }
        finally
        {
            IsLoading = false;
        }
    }

    private async Task KeepNewsAsync(Func<TimelineLook, Caller, Task> keep)
    {
        if (Reading is not { } reading) return;
        try
        {
            await keep(reading.Look, await Asker.GetAsync());
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "What was seen could not be kept");
            Error = Say.It("What you have seen could not be kept: the database did not answer. Try again.");
        }
    }

    private void Keep(TimelineReading reading, TimelineNews news) => (Memory.Last, Memory.News) = (Reading, News) = (reading, news);

    // From a reader's first look on: nothing is new before it. Later marks are the reader's own.
    private Task BeginToMarkAsync() => News.Mark is { CanMark: true, SeenAt: null } ? MarkSeenAsync() : Task.CompletedTask;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        if (new Uri(change.Location).AbsolutePath != "/") return;
        var before = Address.On("/");
        await FollowAsync(change.Location);
        if (Address.On("/") == before) return;
        // Shown as busy from the moment that the other filter is shown.
        var looking = Problems.Count == 0 ? LookAnewAsync() : Task.CompletedTask;
        StateHasChanged();
        await looking;
        StateHasChanged();
    });

    private async Task FollowAsync(string uri) =>
        (Address, Problems) = await SearchAddress.ReadAsync(Language, TimelineAddress.Read(uri, Today), _left.Token);

    private void OnArrived() => _ = InvokeAsync(async () =>
    {
        if (Reading is not { } reading || IsLoading || _left.IsCancellationRequested) return;
        try
        {
            var arrived = await reading.ArrivedAsync(Query, _left.Token);
            if (reading != Reading || arrived == Arrived) return;
            Arrived = arrived;
            StateHasChanged();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (System.Data.Common.DbException failure)
        {
            Logger.LogWarning(failure, "What came in could not be counted; the timeline stays as it was read");
        }
    });

    // Once a minute, for what went or changed: an analyst who keeps the page open learns that something came in, without rows moving under the eyes.
    private async Task GlanceAsync()
    {
        using var timer = new PeriodicTimer(s_glance, Time);
        try
        {
            while (await timer.WaitForNextTickAsync(_left.Token)) await GlanceOnceAsync();
        }
        catch (OperationCanceledException)
        {
            return; // The page was left.
        }
    }

    private async Task GlanceOnceAsync()
    {
        try
        {
            if (Reading is null || IsLoading || !await Reading.HasChangedAsync(Query, _left.Token)) return;
            HasChanged = true;
            await InvokeAsync(StateHasChanged);
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogWarning(failure, "The timeline could not be glanced at; it stays as it was read, and is glanced at again");
        }
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        if (_onArrived is { } heard) Watch.Arrived -= heard;
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
