using BorderWatch.Store.Search;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Shell;
using BorderWatch.Web.Timeline;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BorderWatch.Web.Map;

/// <summary>What the map's page does: follows the address, reads, and knows which spot is chosen.</summary>
public abstract class MapPageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _reading;

    /// <summary>The filter in force.</summary>
    protected TimelineAddress Address { get; private set; } = TimelineAddress.Everything;

    /// <summary>What has been read; null before the first time.</summary>
    protected MapReading? Reading { get; private set; }

    /// <summary>What went wrong, for the reader; null where all is well.</summary>
    protected string? Error { get; private set; }

    /// <summary>True while incidents are on their way.</summary>
    protected bool IsLoading { get; private set; } = true;

    /// <summary>The spot whose incidents are listed; null for all.</summary>
    protected string? Chosen { get; set; }

    /// <summary>Whether the drawer with the filters is open; it is a column where there is room.</summary>
    protected bool FiltersAreOpen { get; set; }

    /// <summary>The parts of the filter that can be taken away.</summary>
    protected IReadOnlyList<FilterChip> Chips => FilterChip.Of(Address, Reading?.Facets);

    /// <summary>Today, UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    [Inject] private ITimelineQuery Query { get; set; } = null!;
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

    /// <summary>Reads what the filter lets through.</summary>
    protected async Task ReadAsync()
    {
        if (_reading is { } earlier) await earlier.CancelAsync();
        var reading = _reading = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        (IsLoading, Error, Chosen) = (true, null, null);
        try
        {
            var read = await MapReading.ReadAsync(Query, Address, reading.Token);
            if (!reading.IsCancellationRequested) Reading = read;
        }
        catch (OperationCanceledException) when (reading.IsCancellationRequested)
        {
            return; // Another filter, or another page, was asked for meanwhile.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The map's incidents could not be read");
            Error = "The incidents could not be read from the database. The log says why; nothing is lost.";
        }
        if (reading == _reading) IsLoading = false;
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
