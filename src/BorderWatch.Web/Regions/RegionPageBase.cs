using BorderWatch.Store.Regions;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BorderWatch.Web.Regions;

/// <summary>What a region's page does: follows the address and reads the summary.</summary>
public abstract class RegionPageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly LatestOnly _reading;

    /// <summary>Knows nothing yet.</summary>
    protected RegionPageBase() => _reading = new(_left.Token);

    /// <summary>The region.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>The days that the address asks for.</summary>
    protected RegionPeriod Period { get; private set; } = RegionPeriod.Over(90, DateOnly.FromDayNumber(730_000));

    /// <summary>What happened; null while it is being read, or where there is no such region.</summary>
    protected RegionSummary? Summary { get; private set; }

    /// <summary>True where there is no region of this id.</summary>
    protected bool IsUnknown { get; private set; }

    /// <summary>What went wrong, for the reader; null where all is well.</summary>
    protected string? Error { get; private set; }

    /// <summary>Where the period's figures can be checked.</summary>
    protected RegionLinks Links => new(Id, Period.From, Period.To);

    /// <summary>Where the figures of the period before can be checked.</summary>
    protected RegionLinks LinksBefore => new(Id, Period.BeforeFrom, Period.BeforeTo);

    /// <summary>Where the figures of the same days a year before can be checked.</summary>
    protected RegionLinks LinksYear => new(Id, Period.YearFrom, Period.YearTo);

    /// <summary>When the page was made, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Today, UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    [Inject] private IRegionQuery Query { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ILogger<RegionPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        await ReadAsync();
    }

    /// <summary>Goes to another period; the address carries it.</summary>
    protected void Go(RegionPeriod period) => Navigation.NavigateTo(period.On(Id));

    /// <summary>Reads the summary of the address's period.</summary>
    protected async Task ReadAsync()
    {
        (Period, Error) = (RegionPeriod.Read(Navigation.Uri, Today), null);
        try
        {
            await _reading.RunAsync(async cancellation =>
            {
                var summary = await Query.SummariseAsync(Id, Period.From, Period.To, cancellation);
                if (!cancellation.IsCancellationRequested) (Summary, IsUnknown) = (summary, summary is null);
            });
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The summary of region {Region} could not be read", Id);
            Error = Say.It("The summary could not be read from the database. The log says why; nothing is lost.");
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        if (new Uri(change.Location).AbsolutePath != $"/regions/{Id}") return;
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
