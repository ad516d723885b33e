using BorderWatch.Store.Alerts;
using BorderWatch.Store.Briefs;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Briefs;

/// <summary>What mailing a brief does: sends, and looks how it goes.</summary>
public abstract class BriefMailingBase : ComponentBase, IDisposable
{
    // A server that works answers within seconds; what takes longer stands in the log when the page is opened again.
    private const int Looks = 30;
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _left = new();
    private (Guid, int, BriefStatus)? _shown;

    /// <summary>The version that is shown.</summary>
    [Parameter, EditorRequired] public BriefReading Brief { get; set; } = null!;

    /// <summary>Addresses, as they are written.</summary>
    protected string? To { get; set; }

    /// <summary>Whether the Word document goes with it.</summary>
    protected bool AttachesWord { get; set; }

    /// <summary>The accounts to mail to.</summary>
    protected IReadOnlyList<MailRecipient> Recipients { get; private set; } = [];

    /// <summary>What left, the newest first.</summary>
    protected IReadOnlyList<DeliveryRow> Log { get; private set; } = [];

    /// <summary>What came of the last command.</summary>
    protected string? Said { get; private set; }

    /// <summary>Whether it was refused.</summary>
    protected bool IsRefusal { get; private set; }

    /// <summary>True while a command runs.</summary>
    protected bool IsSending { get; private set; }

    [Inject] private IBriefMail Mail { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;
    [Inject] private ILogger<BriefMailing> Logger { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == (Brief.Id, Brief.Number, Brief.Status)) return;
        _shown = (Brief.Id, Brief.Number, Brief.Status);
        await TryAsync(async () =>
        {
            Recipients = (await Mail.RecipientsAsync(await Caller.GetAsync(), _left.Token)).Value ?? [];
            await ReadAsync();
        });
        _ = WatchAsync();
    }

    /// <summary>Sends to the addresses.</summary>
    protected async Task SendAsync()
    {
        if (IsSending) return;
        IsSending = true;
        await TryAsync(async () =>
        {
            var sent = await Mail.SendAsync(Brief.Id, Brief.Number, To ?? "", AttachesWord, await Caller.GetAsync(), CancellationToken.None);
            (Said, IsRefusal) = (Say.Answer(sent.Error) ?? InWords(sent.Value!), !sent.Succeeded);
            if (sent.Succeeded) To = null;
            await ReadAsync();
        });
        IsSending = false;
        _ = WatchAsync();
    }

    private static string InWords(BriefSending sending) => (sending.Queued, sending.Already) switch
    {
        (0, _) => Say.It("All of them have this version already, or are being sent it; nothing was sent."),
        (var queued, 0) => Say.Count(queued, "On its way to {0} address; the log below says how it goes.", "On its way to {0} addresses; the log below says how it goes."),
        var (queued, already) => Say.Count(queued, "On its way to {0} address; {1} had it already. The log below says how it goes.", "On its way to {0} addresses; {1} had it already. The log below says how it goes.", already),
    };

    private async Task ReadAsync() => Log = (await Mail.LogAsync(Brief.Id, await Caller.GetAsync(), _left.Token)).Value ?? [];

    private Task WatchAsync() => TryAsync(async () =>
    {
        for (var look = 0; look < Looks && Log.Any(row => row is { Delivery.Status: DeliveryStatus.Pending, Attempts.Count: 0 }); look++)
        {
            await Task.Delay(s_look, Time, _left.Token);
            await ReadAsync();
            await InvokeAsync(StateHasChanged);
        }
    });

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception over) when (over is OperationCanceledException or ObjectDisposedException && _left.IsCancellationRequested)
        {
            return; // The page was left.
        }
        catch (Exception failure) when (failure.IsOfStore())
        {
            Logger.LogError(failure, "Mail of brief {Brief} could not be read or queued", Brief.Id);
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
