using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Rulings;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Review;

/// <summary>What the bar does that shows who is at an incident.</summary>
public abstract class TogetherBarBase : DeskWatcher
{
    private readonly Guid _page = Guid.NewGuid();
    private (Guid Incident, bool IsEditing)? _said;
    private bool _wasMine;

    /// <summary>Which incident.</summary>
    [Parameter, EditorRequired] public Guid Incident { get; set; }

    /// <summary>True while a correction is being made.</summary>
    [Parameter] public bool IsEditing { get; set; }

    /// <summary>Told that the incident's history has grown.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>Who is there.</summary>
    protected IncidentCompany Company { get; private set; } = IncidentCompany.None;

    /// <summary>Whom it can be assigned to.</summary>
    protected IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>Who sits before the page.</summary>
    protected Caller Reader { get; private set; } = Store.Accounts.Caller.Nobody;

    /// <summary>Who has taken over what the reader had; null where nobody has.</summary>
    protected string? Lost { get; private set; }

    /// <summary>Why the last command was refused.</summary>
    protected string? Error { get; private set; }

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    [Inject] private IDeskCompany Desk { get; set; } = null!;
    [Inject] private IReviewCommands Reviews { get; set; } = null!;
    [Inject] private Undoing Undoing { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_said is { } said && said == (Incident, IsEditing)) return;
        if (_said?.Incident != Incident)
        {
            (Company, _wasMine, Lost, Error) = (IncidentCompany.None, false, null, null);
            Reader = await Caller.GetAsync();
            Colleagues = (await Desk.ColleaguesAsync(Reader, Left)).Value ?? [];
        }
        _said = (Incident, IsEditing);
        if (IsOpen) await BeatAsync();
        await LookAsync();
    }

    /// <summary>Takes it; from whoever is shown as having it.</summary>
    protected async Task TakeAsync() => await DoAsync(async () => (await Desk.TakeAsync(Incident, Company.Hold?.Name, await Caller.GetAsync(), Left)).Error);

    /// <summary>Lets it go.</summary>
    protected async Task ReleaseAsync()
    {
        _wasMine = false;
        await DoAsync(async () => (await Desk.ReleaseAsync(Incident, await Caller.GetAsync(), Left)).Error);
    }

    /// <summary>Gives it to somebody.</summary>
    protected async Task AssignAsync(ChangeEventArgs change)
    {
        Guid? to = Guid.TryParse(change.Value as string, out var account) ? account : null;
        Undoing.Show(await Reviews.AssignAsync([Incident], to, await Caller.GetAsync(), Left), null, () => OnChanged.InvokeAsync());
        await LookAsync();
        await OnChanged.InvokeAsync();
    }

    /// <inheritdoc />
    protected override bool Concerns(Guid incident) => incident == Incident;

    /// <inheritdoc />
    protected override async Task BeatAsync() => await Desk.VisitAsync(_page, Incident, IsEditing, await Caller.GetAsync(), Left);

    /// <inheritdoc />
    protected override async Task LookAsync()
    {
        var wanted = Incident;
        var found = await Desk.OfAsync([wanted], Reader, Left);
        if (wanted != Incident) return;
        Company = found.Value?.GetValueOrDefault(wanted) ?? IncidentCompany.None;
        var isMine = Company.Hold?.IsOf(Reader) == true;
        Lost = isMine ? null : _wasMine && Company.Hold is { } taken ? taken.Name : Company.Hold is null ? null : Lost;
        _wasMine = isMine;
    }

    /// <inheritdoc />
    protected override Task LeaveAsync() => Desk.LeaveAsync(_page, CancellationToken.None);

    private async Task DoAsync(Func<Task<string?>> command)
    {
        Error = Say.Answer(await command());
        Lost = null;
        await LookAsync();
    }
}
