using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Alerts;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Alerts;

/// <summary>What a rule's page does.</summary>
public abstract class AlertPageBase : ComponentBase, IDisposable
{
    // A test is sent within seconds where a process sends; after these looks the reader can look again themselves.
    private const int Looks = 15;
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _left = new();

    /// <summary>The rule.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>What there is; null while it is read, or where there is no such rule.</summary>
    protected AlertView? View { get; private set; }

    /// <summary>What the form holds; null where the rule is another's.</summary>
    protected AlertInput? Input { get; private set; }

    /// <summary>Why there is nothing to see.</summary>
    protected string? Missing { get; private set; }

    /// <summary>What the last command said.</summary>
    protected string? Said { get; private set; }

    /// <summary>True where it was refused.</summary>
    protected bool IsRefusal { get; private set; }

    /// <summary>True once "Delete" was pressed, until it is confirmed or taken back.</summary>
    protected bool IsDeleting { get; set; }

    /// <summary>True once the keys are to be seen.</summary>
    protected bool ShowsKeys { get; set; }

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>The feed's address for a program that cannot sign in.</summary>
    protected string FeedAddress => $"{Navigation.BaseUri}alerts/{Id}/feed.atom?key={View?.Rule.FeedKey}";

    [Inject] private IAlertCommands Commands { get; set; } = null!;
    [Inject] private IAlertQuery Query { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ILogger<AlertPage> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (View?.Rule.Id == Id) return;
        await ReadAsync(refill: true);
    }

    /// <summary>Reads the rule; fills the form anew where asked to.</summary>
    protected Task ReadAsync(bool refill) => TryAsync(async () =>
    {
        var read = await Query.FindAsync(Id, await Caller.GetAsync(), _left.Token);
        (View, Missing) = (read.Value, Say.Answer(read.Error));
        if (refill && read.Value is { } view) Input = view.IsOwn ? AlertInput.Of(view.Rule, view.Filter) : null;
    });

    /// <summary>After the form has saved.</summary>
    protected async Task SavedAsync()
    {
        (Said, IsRefusal) = ("Saved.", false);
        await ReadAsync(refill: false);
    }

    /// <summary>Switches the rule on or off.</summary>
    protected Task SetEnabledAsync(bool isEnabled) => DoAsync(async by => Told(await Commands.SetEnabledAsync(Id, isEnabled, by, CancellationToken.None), isEnabled ? Say.It("On. What is reported from now on is news to it.") : Say.It("Off. What waited to leave is dropped.")));

    /// <summary>Makes new keys.</summary>
    protected Task RenewAsync() => DoAsync(async by => Told(await Commands.RenewKeysAsync(Id, by, CancellationToken.None), Say.It("There are new keys; the old ones have ended.")));

    /// <summary>Deletes the rule and goes to the list.</summary>
    protected async Task DeleteAsync()
    {
        await DoAsync(async by => Told(await Commands.DeleteAsync(Id, by, CancellationToken.None), "Deleted."));
        if (!IsRefusal) Navigation.NavigateTo("/alerts");
    }

    /// <summary>Sends a test, and looks how it goes.</summary>
    protected async Task TestAsync()
    {
        await DoAsync(async by => Told(await Commands.TestAsync(Id, by, CancellationToken.None), Say.It("A test is on its way; the log below says how it goes.")));
        if (IsRefusal) return;
        try
        {
            for (var look = 0; look < Looks && View?.Deliveries.Any(row => row is { IsTest: true, Delivery.Status: DeliveryStatus.Pending, Attempts.Count: 0 }) == true; look++)
            {
                StateHasChanged();
                await Task.Delay(s_look, Time, _left.Token);
                await ReadAsync(refill: false);
            }
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
    }

    private async Task DoAsync(Func<Caller, Task> command)
    {
        await TryAsync(async () => await command(await Caller.GetAsync()));
        if (!IsRefusal) await ReadAsync(refill: false);
    }

    private void Told<T>(CommandResult<T> result, string done) => (Said, IsRefusal) = (Say.Answer(result.Error) ?? done, !result.Succeeded);

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException) when (_left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "Rule {Rule} could not be read or changed", Id);
            (Said, IsRefusal) = (Say.It("The database did not answer; try again in a moment. The log says why."), true);
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
