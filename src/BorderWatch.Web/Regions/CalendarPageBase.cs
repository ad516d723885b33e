using System.Globalization;
using BorderWatch.Store.Regions;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace BorderWatch.Web.Regions;

/// <summary>What a region's calendar does: follows the address and reads the year.</summary>
public abstract class CalendarPageBase : ComponentBase, IDisposable
{
    // As a period of a region's page: beyond these no news is read.
    private const int First = 1900;
    private const int Last = 2199;

    private readonly CancellationTokenSource _left = new();
    private readonly LatestOnly _reading;

    /// <summary>Knows nothing yet.</summary>
    protected CalendarPageBase() => _reading = new(_left.Token);

    /// <summary>The region.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>The year; null while it is being read, or where there is no such region.</summary>
    protected RegionCalendar? Calendar { get; private set; }

    /// <summary>The depths of colour of the year's days.</summary>
    protected HeatScale Scale { get; private set; } = new([]);

    /// <summary>True where there is no region of this id.</summary>
    protected bool IsUnknown { get; private set; }

    /// <summary>What went wrong, for the reader; null where all is well.</summary>
    protected string? Error { get; private set; }

    /// <summary>Where the year's incidents are listed.</summary>
    protected RegionLinks Links => new(Id, new(Calendar!.Year, 1, 1), new(Calendar.Year, 12, 31));

    /// <summary>How many incidents the year has.</summary>
    protected int Total => Calendar!.Days.Values.Sum();

    /// <summary>The day with most incidents, the latest of equals; null where no day has more than one.</summary>
    protected DateOnly? Busiest => Calendar!.Days.Values.DefaultIfEmpty().Max() > 1 ? Calendar.Days.MaxBy(day => (day.Value, day.Key)).Key : null;

    /// <summary>Today, UTC.</summary>
    protected DateOnly Today => DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime);

    [Inject] private IRegionComparison Query { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ILogger<CalendarPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += OnLocationChanged;
        await ReadAsync();
    }

    /// <summary>The address of a year.</summary>
    protected string AddressOf(int year) => string.Create(CultureInfo.InvariantCulture, $"/regions/{Id}/calendar?year={year}");

    /// <summary>Reads the year that the address asks for; this one where it asks for none.</summary>
    protected async Task ReadAsync()
    {
        var asked = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query).GetValueOrDefault("year").FirstOrDefault();
        var year = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= First and <= Last ? number : Today.Year;
        Error = null;
        try
        {
            await _reading.RunAsync(async cancellation =>
            {
                var calendar = await Query.CalendarAsync(Id, year, cancellation);
                if (!cancellation.IsCancellationRequested) (Calendar, Scale, IsUnknown) = (calendar, new(calendar?.Days.Values ?? []), calendar is null);
            });
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The calendar of region {Region} could not be read", Id);
            Error = Say.It("The figures could not be read from the database. The log says why; nothing is lost.");
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs change) => _ = InvokeAsync(async () =>
    {
        if (new Uri(change.Location).AbsolutePath != $"/regions/{Id}/calendar") return;
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
