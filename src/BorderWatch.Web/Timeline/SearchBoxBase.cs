using BorderWatch.Store.Search;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BorderWatch.Web.Timeline;

/// <summary>What the search box does: offers ways to go on, and turns what was written into a filter.</summary>
public abstract class SearchBoxBase : ComponentBase, IDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(120);

    private readonly CancellationTokenSource _left = new();
    private CancellationTokenSource? _typing;
    private string? _shown;
    private string? _submitted;

    /// <summary>The filter in force.</summary>
    [Parameter, EditorRequired] public TimelineAddress Address { get; set; } = TimelineAddress.Everything;

    /// <summary>Told of the filter that is wanted now.</summary>
    [Parameter] public EventCallback<TimelineAddress> AddressChanged { get; set; }

    /// <summary>What stands in the box.</summary>
    protected string Text { get; private set; } = "";

    /// <summary>Ways to go on.</summary>
    protected IReadOnlyList<SearchCompletion> Offers { get; private set; } = [];

    /// <summary>Which of them the keyboard is on; null for none.</summary>
    protected int? Chosen { get; private set; }

    /// <summary>What could not be read.</summary>
    protected IReadOnlyList<string> Problems { get; private set; } = [];

    [Inject] private ISearchLanguage Language { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        var at = Address.On("");
        if (at == _shown) return;
        (_shown, Text, Problems) = (at, Address.Filter.Text ?? "", []);
    }

    /// <summary>Offers ways to go on once typing pauses.</summary>
    protected async Task OnInputAsync(string? text)
    {
        (Text, _submitted) = (text ?? "", null);
        if (_typing is { } before) await before.CancelAsync();
        var typing = _typing = CancellationTokenSource.CreateLinkedTokenSource(_left.Token);
        try
        {
            await Task.Delay(s_pause, Time, typing.Token);
            var offers = await Language.CompleteAsync(Text, typing.Token);
            if (!typing.IsCancellationRequested) (Offers, Chosen) = (offers, null);
        }
        // Typing went on, or the page was left; a question to the database that is broken off can fail in its own way.
        catch (Exception failure) when (typing.IsCancellationRequested && (failure is OperationCanceledException || failure.IsOfStore()))
        {
            return;
        }
    }

    /// <summary>Arrows walk through the offers, Return takes one, Escape closes them.</summary>
    protected async Task OnKeyAsync(KeyboardEventArgs key)
    {
        // Not left to the field's change: the browser sees none where the page has written the same words back while they were typed.
        if (key.Key == "Enter" && Chosen is null)
        {
            _submitted = null; // Whoever presses again wants it again.
            await SubmitAsync(Text);
        }
        if (Offers.Count == 0) return;
        switch (key.Key)
        {
            case "ArrowDown": Chosen = Chosen is { } down && down + 1 < Offers.Count ? down + 1 : 0; break;
            case "ArrowUp": Chosen = Chosen is > 0 and { } up ? up - 1 : Offers.Count - 1; break;
            case "Escape": Close(); break;
            case "Enter" when Chosen is { } chosen: await TakeAsync(Offers[chosen]); break;
        }
    }

    /// <summary>Writes an offer into the box; after a key its values are offered.</summary>
    protected async Task TakeAsync(SearchCompletion offer)
    {
        (Text, Chosen) = (offer.Text, null);
        Offers = await Language.CompleteAsync(Text, _left.Token);
    }

    /// <summary>Goes to what was written, or says what cannot be read.</summary>
    protected async Task SubmitAsync(string? text)
    {
        if (_typing is { } typing) await typing.CancelAsync();
        (Text, Offers, Chosen) = (text?.Trim() ?? "", [], null);
        if (Text == _submitted) return; // By the key, and then by the change of the field.
        _submitted = Text;
        var (address, problems) = await SearchAddress.ReadAsync(Language, Address with { Filter = Address.Filter with { Text = Text.Length > 0 ? Text : null } }, _left.Token);
        Problems = problems;
        if (problems.Count == 0 && address.On("") != Address.On("")) await AddressChanged.InvokeAsync(address);
    }

    /// <summary>Takes the offers away.</summary>
    protected void Close() => (Offers, Chosen) = ([], null);

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
