using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Learning;
using BorderWatch.Store.Sources;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Sources;

/// <summary>What a source's page does: its health, its settings, and every article's way.</summary>
public abstract class SourcePageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();
    private readonly CancellationToken _stop;
    private CancellationTokenSource? _running;
    private int _readings;

    /// <summary>Nothing is read yet.</summary>
    // The token outlives its source: a page that was left may still be on its way through a read.
    protected SourcePageBase() => _stop = _left.Token;

    /// <summary>The source in the address.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>Which articles the address asks for: incidents, nothing or failed; anything else is all.</summary>
    [SupplyParameterFromQuery(Name = "show")] public string? Show { get; set; }

    /// <summary>The source; null while it is on its way, and where there is none.</summary>
    protected SourceHealth? Health { get; private set; }

    /// <summary>True where there is no such source.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>The articles so far.</summary>
    protected List<ArticleLine> Lines { get; private set; } = [];

    /// <summary>How many there are of each choice.</summary>
    protected IReadOnlyDictionary<ArticleChoice, int> Counts { get; private set; } = new Dictionary<ArticleChoice, int>();

    /// <summary>True where older articles can be asked for.</summary>
    protected bool HasMore { get; private set; }

    /// <summary>What is being done, for as long as it takes; null where nothing is.</summary>
    protected PollProgress? Progress { get; private set; }

    /// <summary>True while articles are tried again.</summary>
    protected bool IsRunning => _running is not null;

    /// <summary>What the last command did or why it was refused; null before the first.</summary>
    protected string? Said { get; private set; }

    /// <summary>True where that was a refusal or a failure.</summary>
    protected bool IsRefusal { get; private set; }

    /// <summary>True where the reader may switch, poll and try again.</summary>
    protected bool MayManage { get; private set; }

    /// <summary>True where the reader may say how far the outlet is trusted.</summary>
    protected bool MayGrade { get; private set; }

    /// <summary>So many months of editors' decisions suggest a letter.</summary>
    protected const int StandingMonths = 36;

    /// <summary>What editors' decisions say of the source; null before it is read, where nothing is known, and for those who may not grade.</summary>
    protected SourceStanding? Standing { get; private set; }

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Which articles are shown.</summary>
    protected ArticleChoice Choice => Enum.TryParse<ArticleChoice>(Show, ignoreCase: true, out var choice) && Enum.IsDefined(choice) ? choice : ArticleChoice.All;

    [Inject] private ISourceQuery Query { get; set; } = null!;
    [Inject] private IArticleQuery Articles { get; set; } = null!;
    [Inject] private ISourceCommands Commands { get; set; } = null!;
    [Inject] private ILearningQuery Learning { get; set; } = null!;
    [Inject] private IArticleRetry Retry { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        var permissions = (await Caller.GetAsync()).Permissions;
        (MayManage, MayGrade) = (permissions.Contains(Permission.ManageSources), permissions.Contains(Permission.RuleOnIncidents));
        await ReloadAsync();
        if (!MayGrade) return;
        StateHasChanged(); // The rest does not wait for it.
        Standing = (await Learning.StandingAsync(Id, DateOnly.FromDateTime(Now.UtcDateTime).AddMonths(-StandingMonths), await Caller.GetAsync(), _stop)).Value;
    }

    /// <summary>Reads older articles.</summary>
    protected async Task MoreAsync()
    {
        var (reading, last) = (_readings, Lines[^1]);
        var page = await Articles.ListAsync(Id, Choice, last, _stop);
        // Pressed twice, or another choice meanwhile: the page has been added, or is of another list.
        if (reading == _readings && ReferenceEquals(last, Lines[^1])) Add(page);
    }

    /// <summary>Switches polling on or off.</summary>
    protected async Task SetEnabledAsync(bool enabled) => await TellAsync(Say.Answer((await Commands.SetEnabledAsync(Id, enabled, await Caller.GetAsync(), _stop)).Error), enabled ? Say.It("Switched on.") : Say.It("Switched off."));

    /// <summary>Sets the polling interval, given in minutes.</summary>
    protected async Task SetIntervalAsync(ChangeEventArgs change)
    {
        if (!int.TryParse(change.Value as string, System.Globalization.CultureInfo.InvariantCulture, out var minutes)) return;
        var interval = TimeSpan.FromMinutes(minutes);
        await TellAsync(Say.Answer((await Commands.SetPollIntervalAsync(Id, interval, await Caller.GetAsync(), _stop)).Error), Say.It("Polled {0} from now on.", IntervalWords.Of(interval)));
    }

    /// <summary>Grades the outlet; an empty value takes the grade back.</summary>
    protected async Task GradeAsync(ChangeEventArgs change)
    {
        await GiveAsync(Enum.TryParse<SourceReliability>(change.Value as string, out var chosen) ? chosen : null);
    }

    /// <summary>Grades the outlet; null takes the grade back.</summary>
    protected async Task GiveAsync(SourceReliability? grade)
    {
        await TellAsync(Say.Answer((await Commands.GradeAsync(Id, grade, await Caller.GetAsync(), _stop)).Error), grade is { } given ? Say.It("Reliability: {0}.", ReliabilityWords.Of(given)) : Say.It("The grade is taken back."));
    }

    /// <summary>Tries everything that failed again.</summary>
    protected Task RetryAllAsync() => RunAsync((by, progress, stop) => Retry.RetrySourceAsync(Id, by, progress, stop));

    /// <summary>Tries one article again.</summary>
    protected Task RetryAsync(Guid article) => RunAsync((by, progress, stop) => Retry.RetryAsync([article], by, progress, stop));

    /// <summary>Stops trying between two articles.</summary>
    protected void Stop() => _running?.Cancel();

    private async Task RunAsync(Func<Caller, IProgress<PollProgress>, CancellationToken, Task<RetryResult>> run)
    {
        if (IsRunning) return;
        using var running = _running = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        (Progress, Said) = (null, null);
        try
        {
            var result = await run(await Caller.GetAsync(), new Pace<PollProgress>(Report, InvokeAsync, Time), running.Token);
            (Said, IsRefusal) = (RetryWords.Of(result), result.Error is not null || result.Failure is not null);
        }
        catch (OperationCanceledException)
        {
            (Said, IsRefusal) = (Say.It("Stopped. What was read so far is kept."), false);
        }
        finally
        {
            _running = null;
        }
        if (!_stop.IsCancellationRequested) await ReloadAsync();
    }

    private void Report(PollProgress progress)
    {
        Progress = progress;
        StateHasChanged();
    }

    private async Task TellAsync(string? error, string done)
    {
        (Said, IsRefusal) = (error ?? done, error is not null);
        await ReloadAsync();
    }

    /// <summary>Reads everything again.</summary>
    // Another choice may be asked for while one is read: what comes late is not shown, and nothing is shown in part.
    protected async Task ReloadAsync()
    {
        var reading = ++_readings;
        var health = await Query.HealthAsync(Id, _stop);
        var counts = await Articles.CountAsync(Id, _stop);
        var lines = await Articles.ListAsync(Id, Choice, null, _stop);
        if (reading != _readings) return;
        (Health, IsMissing, Counts, Lines) = (health, health is null, counts, []);
        Add(lines);
    }

    private void Add(IReadOnlyList<ArticleLine> page)
    {
        Lines.AddRange(page);
        HasMore = page.Count == IArticleQuery.PageSize;
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
