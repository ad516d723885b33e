using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace BorderWatch.Web.Timeline;

/// <summary>What the histogram does: draws bars, and turns a drag or keys into days.</summary>
public abstract class HistogramChartBase : ComponentBase, IAsyncDisposable
{
    private DotNetObjectReference<HistogramChartBase>? _self;
    private IJSObjectReference? _brush;
    private (int From, int To)? _span;
    private Histogram? _shown;

    /// <summary>What to draw.</summary>
    [Parameter, EditorRequired] public Histogram Histogram { get; set; } = new(HistogramStep.Day, []);

    /// <summary>The filter in force.</summary>
    [Parameter, EditorRequired] public TimelineAddress Address { get; set; } = TimelineAddress.Everything;

    /// <summary>Told of the filter with the days that were chosen.</summary>
    [Parameter] public EventCallback<TimelineAddress> AddressChanged { get; set; }

    /// <summary>The page that its links lead to.</summary>
    [Parameter] public string Path { get; set; } = "/";

    /// <summary>True where the bars go beyond the days that the filter asks for, which then are marked.</summary>
    [Parameter] public bool MarksDays { get; set; }

    /// <summary>Where the bars are.</summary>
    protected ElementReference Bars { get; set; }

    /// <summary>What the keyboard's span holds, for those who listen.</summary>
    protected string Said => _span is { } span ? SpanWords(Math.Min(span.From, span.To), Math.Max(span.From, span.To)) : "";

    /// <summary>The longest bar.</summary>
    protected int Most { get; private set; } = 1;

    /// <summary>The types that occur, in the codebook's order.</summary>
    protected IReadOnlyList<EventMark> Types { get; private set; } = [];

    /// <summary>"day", "week", "month" or "year".</summary>
    protected string StepWord => Say.Name(Histogram.Step.ToString().ToLowerInvariant());

    [Inject] private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Histogram)) return;
        (_shown, _span) = (Histogram, null);
        Most = Math.Max(1, Histogram.Bins.Select(bin => bin.Total).DefaultIfEmpty().Max());
        var occurring = Histogram.Bins.SelectMany(bin => bin.Counts.Keys).ToHashSet();
        Types = [.. EventMark.All.Where(mark => occurring.Contains(mark.Type))];
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_brush is not null || Histogram.Bins.Count <= 1) return;
        _self ??= DotNetObjectReference.Create(this);
        _brush = await Script.InvokeAsync<IJSObjectReference>("borderWatch.brush", Bars, _self);
    }

    /// <summary>Called by the browser when a drag ends.</summary>
    /// <param name="from">Where it began, 0 to 1 of the width.</param>
    /// <param name="to">Where it ended.</param>
    [JSInvokable]
    public Task OnBrushedAsync(double from, double to) => InvokeAsync(() => NarrowAsync(At(from), At(to)));

    /// <summary>Arrows walk, with Shift they span, Return narrows, Escape lets go.</summary>
    protected async Task OnKeyAsync(KeyboardEventArgs key)
    {
        var last = Histogram.Bins.Count - 1;
        var at = _span?.To ?? last + 1;
        int? next = key.Key switch { "ArrowLeft" => Math.Max(0, at - 1), "ArrowRight" => Math.Min(last, at + 1), "Home" => 0, "End" => last, _ => null };
        if (next is { } to) _span = (key.ShiftKey && _span is { } begun ? begun.From : to, to);
        else if (key.Key is "Escape") _span = null;
        else if (key.Key is "Enter" && _span is { } span) await NarrowAsync(span.From, span.To);
    }

    /// <summary>True where the keyboard's span holds the bar; where there is none, where the filter's days do.</summary>
    protected bool IsSpanned(int bar) => _span is { } span
        ? bar >= Math.Min(span.From, span.To) && bar <= Math.Max(span.From, span.To)
        : MarksDays && Address.Filter is not { From: null, To: null }
            && Histogram.Bins[bar].To >= (Address.Filter.From ?? DateOnly.MinValue) && Histogram.Bins[bar].From <= (Address.Filter.To ?? DateOnly.MaxValue);

    /// <summary>The pieces of a bar from its foot up, on a height of 100.</summary>
    protected IEnumerable<(string Slug, double Top, double Height)> PartsOf(int bar)
    {
        var foot = 100.0;
        foreach (var type in Types)
        {
            if (!Histogram.Bins[bar].Counts.TryGetValue(type.Type, out var count)) continue;
            var height = 96.0 * count / Most;
            yield return (type.Slug, foot -= height, height);
        }
    }

    /// <summary>"12 Nov 2026: 3 incidents".</summary>
    protected string Label(int bar) => SpanWords(bar, bar);

    /// <summary>The days of a bar.</summary>
    protected static string Days(HistogramBin bin) => DateWords.Period(bin.From, bin.To, TimePrecision.Day);

    /// <summary>A number for SVG.</summary>
    protected static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private string SpanWords(int from, int to) =>
        $"{DateWords.Period(Histogram.Bins[from].From, Histogram.Bins[to].To, TimePrecision.Day)}: {CountWords.Of(Histogram.Bins.Skip(from).Take(to - from + 1).Sum(bin => bin.Total), "incident")}";

    private int At(double share) => Math.Clamp((int)(share * Histogram.Bins.Count), 0, Histogram.Bins.Count - 1);

    private Task NarrowAsync(int one, int other) =>
        AddressChanged.InvokeAsync(Address.Between(Histogram.Bins[Math.Min(one, other)].From, Histogram.Bins[Math.Max(one, other)].To));

    /// <summary>Lets go of the browser's part.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_brush is { } brush)
            {
                await brush.InvokeVoidAsync("stop");
                await brush.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser has gone, and the brush with it.
        }
        _self?.Dispose();
        GC.SuppressFinalize(this);
    }
}
