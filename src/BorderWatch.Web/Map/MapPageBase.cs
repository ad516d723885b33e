using BorderWatch.Store.Map;
using BorderWatch.Store.Search;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Timeline;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BorderWatch.Web.Map;

/// <summary>What the map's page does: follows the address and the map, reads, and knows which spot is chosen.</summary>
public abstract class MapPageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly LatestOnly _reading, _drawing, _listing;
    private IReadOnlyList<MapSpot> _spots = [];

    /// <summary>Knows nothing yet.</summary>
    protected MapPageBase() => (_reading, _drawing, _listing) = (new(_left.Token), new(_left.Token), new(_left.Token));

    /// <summary>The filter in force.</summary>
    protected TimelineAddress Address { get; private set; } = TimelineAddress.Everything;

    /// <summary>What has been read; null before the first time.</summary>
    protected MapReading? Reading { get; private set; }

    /// <summary>What the map draws; null before the first time.</summary>
    protected IReadOnlyList<DrawnSpot>? Spots { get; private set; }

    /// <summary>What the map looks at; null until it has told.</summary>
    protected MapView? View { get; private set; }

    /// <summary>What went wrong, for the reader; null where all is well.</summary>
    protected string? Error { get; private set; }

    /// <summary>True while incidents are on their way.</summary>
    protected bool IsLoading { get; private set; } = true;

    /// <summary>The spot whose incidents are listed; null for all.</summary>
    protected SpotMark? Chosen { get; private set; }

    /// <summary>Its incidents; null where none is chosen.</summary>
    protected SpotRows? ChosenRows { get; private set; }

    /// <summary>Whether the drawer with the filters is open; it is a column where there is room.</summary>
    protected bool FiltersAreOpen { get; set; }

    /// <summary>Whether the map shows how thickly incidents lie instead of where each is.</summary>
    protected bool IsHeat { get; set; }

    /// <summary>The parts of the filter that can be taken away.</summary>
    protected IReadOnlyList<FilterChip> Chips => FilterChip.Of(Address, Reading?.Facets);

    /// <summary>Today, UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    [Inject] private ITimelineQuery Query { get; set; } = null!;
    [Inject] private IMapQuery Map { get; set; } = null!;
    [Inject] private ISearchLanguage Language { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ILogger<MapPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var problems = await FollowAsync(Navigation.Uri);
        Navigation.LocationChanged += OnLocationChanged;
        // A prerendered page could draw nothing: the circuit asks.
        if (problems.Count > 0) (IsLoading, Error) = (false, string.Join(' ', problems));
        else if (RendererInfo.IsInteractive) await ReadAsync();
    }

    /// <summary>Goes to another filter; the address carries it.</summary>
    protected void Go(TimelineAddress address) => Navigation.NavigateTo(address.On("/map"));

    /// <summary>Narrows the filter to what the map looks at.</summary>
    protected void NarrowToView()
    {
        if (View is { } view) Go(Address with { Filter = Address.Filter with { Box = view.Box } });
    }

    /// <summary>Reads what the filter lets through.</summary>
    protected Task ReadAsync()
    {
        (IsLoading, Error, Chosen, ChosenRows) = (true, null, null, null);
        return RunAsync(_reading, async cancellation =>
        {
            var drawing = View is null ? Task.CompletedTask : DrawAsync();
            Reading = await MapReading.ReadAsync(Query, Map, Address, cancellation);
            IsLoading = false;
            await drawing;
        });
    }

    /// <summary>The map looks elsewhere.</summary>
    protected Task LookAsync(MapView view)
    {
        View = view;
        return DrawAsync();
    }

    /// <summary>Lists the incidents of a spot; null lists all.</summary>
    protected async Task ChooseAsync(SpotMark? mark)
    {
        (Chosen, ChosenRows) = (mark, null);
        if (mark is null) return;
        await RunAsync(_listing, async cancellation =>
        {
            var rows = await SpotRows.BeginAsync(Query, mark.Narrow(Address.Filter), cancellation);
            if (Chosen == mark) ChosenRows = rows;
        });
    }

    /// <summary>Lists the incidents of the spot that the map names; null lists all.</summary>
    protected Task ChooseAsync(string? key) =>
        ChooseAsync(_spots.Where(spot => spot.IsOnePlace).Select(SpotMark.Of).FirstOrDefault(mark => mark.Key == key));

    /// <summary>Reads further incidents of the list.</summary>
    protected Task OlderAsync() =>
        RunAsync(_listing, cancellation => (ChosenRows ?? Reading!.Rows).OlderAsync(Query, cancellation));

    private Task DrawAsync() => RunAsync(_drawing, async cancellation =>
    {
        var spots = await Map.SpotsAsync(Address.Filter, View!.Value.Surroundings, View.Value.Grid, cancellation);
        (_spots, Spots) = (spots, [.. spots.Select(DrawnSpot.Of)]);
    });

    private async Task RunAsync(LatestOnly one, Func<CancellationToken, Task> read)
    {
        try
        {
            await one.RunAsync(read);
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The map's incidents could not be read");
            (IsLoading, Error) = (false, Say.It("The incidents could not be read from the database. The log says why; nothing is lost."));
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        if (new Uri(change.Location).AbsolutePath != "/map") return;
        var before = Address.On("/map");
        var problems = await FollowAsync(change.Location);
        if (Address.On("/map") == before) return;
        StateHasChanged();
        if (problems.Count > 0) Error = string.Join(' ', problems);
        else await ReadAsync();
        StateHasChanged();
    });

    // Sets the address; gives what of it cannot be read.
    private async Task<IReadOnlyList<string>> FollowAsync(string uri)
    {
        (Address, var problems) = await SearchAddress.ReadAsync(Language, TimelineAddress.Read(uri, Today), _left.Token);
        return problems;
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        Navigation.LocationChanged -= OnLocationChanged;
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
