using BorderWatch.Store.Regions;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BorderWatch.Web.Regions;

/// <summary>What the comparison does: follows the address and reads what it asks for.</summary>
public abstract class ComparePageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly LatestOnly _reading;

    /// <summary>Knows nothing yet.</summary>
    protected ComparePageBase() => _reading = new(_left.Token);

    /// <summary>What the address asks for.</summary>
    protected CompareAddress Address { get; private set; } = CompareAddress.Read("", DateOnly.FromDayNumber(730_000));

    /// <summary>Every region that can be chosen.</summary>
    protected IReadOnlyList<Region> Regions { get; private set; } = [];

    /// <summary>What was read; null while it is being read.</summary>
    protected RegionComparison? Comparison { get; private set; }

    /// <summary>What went wrong, for the reader; null where all is well.</summary>
    protected string? Error { get; private set; }

    /// <summary>Today, UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    [Inject] private IRegionQuery Query { get; set; } = null!;
    [Inject] private IRegionComparison Comparisons { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ILogger<ComparePage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        await ReadAsync();
    }

    /// <summary>Reads what the address asks for.</summary>
    protected async Task ReadAsync()
    {
        var address = CompareAddress.Read(Navigation.Uri, Today);
        Error = null;
        try
        {
            await _reading.RunAsync(async cancellation =>
            {
                var regions = await Query.ListAsync(cancellation);
                var comparison = await Comparisons.CompareAsync(address.Regions, new(address.Period.From, address.Period.To), address.Then, cancellation);
                if (!cancellation.IsCancellationRequested) (Address, Regions, Comparison) = (address, regions, comparison);
            });
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "Regions could not be compared");
            Error = Say.It("The figures could not be read from the database. The log says why; nothing is lost.");
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        if (new Uri(change.Location).AbsolutePath != "/regions/compare") return;
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
