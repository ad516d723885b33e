using BorderWatch.Store.Quality;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace BorderWatch.Web.Quality;

/// <summary>Reads what editors found right and wrong, over the period of the address.</summary>
public abstract class QualityPageBase : ComponentBase, IDisposable
{
    /// <summary>So many corrections are listed at most.</summary>
    protected const int MostBehind = 100;

    private readonly CancellationTokenSource _left = new();

    /// <summary>What the address asks for.</summary>
    protected QualityAddress Address { get; private set; } = new(12, null);

    /// <summary>The figures; null before they are read.</summary>
    protected QualityReport? Report { get; private set; }

    /// <summary>The corrections behind a number; null where none was asked for.</summary>
    protected IReadOnlyList<CorrectedField>? Behind { get; private set; }

    /// <summary>What went wrong, for the reader.</summary>
    protected string? Error { get; private set; }

    [Inject] private IQualityQuery Query { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ILogger<QualityPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        return ReadAsync();
    }

    /// <summary>Reads everything anew.</summary>
    protected async Task ReadAsync()
    {
        try
        {
            var by = await Caller.GetAsync();
            Address = QualityAddress.Parse(Navigation.Uri, DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime));
            var since = QualityAddress.Since(Address.Months, DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime));
            var report = await Query.ReadAsync(since, by, _left.Token);
            (Report, Error) = (report.Value ?? Report, Say.Answer(report.Error));
            Behind = Address.Behind is { } slice && report.Succeeded ? (await Query.BehindAsync(slice, MostBehind, by, _left.Token)).Value : null;
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "The figures of quality could not be read");
            Error = Say.It("The database did not answer. The log says why; nothing is lost.");
        }
    }

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath != "/quality") return;
        _ = InvokeAsync(async () =>
        {
            await ReadAsync();
            StateHasChanged();
        });
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
