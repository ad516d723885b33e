using BorderWatch.Store.Comments;
using BorderWatch.Store.Desk;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Review;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Comments;

/// <summary>What the list of comments does.</summary>
public abstract class CommentListBase : DeskWatcher
{
    private Guid? _shown;

    /// <summary>Of which incident.</summary>
    [Parameter, EditorRequired] public Guid Incident { get; set; }

    /// <summary>Told that the incident's history has grown.</summary>
    [Parameter] public EventCallback OnChanged { get; set; }

    /// <summary>The oldest first; null while they are on their way.</summary>
    protected IReadOnlyList<CommentView>? Comments { get; private set; }

    /// <summary>Who can be mentioned.</summary>
    protected IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    /// <summary>What is being written.</summary>
    protected string Draft { get; set; } = "";

    /// <summary>Why the last command was refused.</summary>
    protected string? Error { get; private set; }

    /// <summary>On whose desk the last comment lies; null where on nobody's.</summary>
    protected string? Said { get; private set; }

    [Inject] private ICommentQuery Query { get; set; } = null!;
    [Inject] private ICommentCommands Commands { get; set; } = null!;
    [Inject] private IDeskCompany Desk { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Incident) return;
        (_shown, Comments, Draft, Error, Said) = (Incident, null, "", null, null);
        Colleagues = (await Desk.ColleaguesAsync(await Caller.GetAsync(), Left)).Value ?? [];
        await LookAsync();
    }

    /// <summary>Says it. What was written stays where it is refused.</summary>
    protected async Task AddAsync()
    {
        var added = await Commands.AddAsync(Incident, Draft, await Caller.GetAsync(), Left);
        (Error, Said) = (Say.Answer(added.Error), added.Value is { Count: > 0 } named ? Say.It("It lies on the desk of {0}.", string.Join(Say.It(" and "), named)) : null);
        if (added.Succeeded) Draft = "";
        await LookAsync();
        await OnChanged.InvokeAsync();
    }

    /// <summary>Takes one's own back.</summary>
    protected async Task WithdrawAsync(Guid comment)
    {
        Error = Say.Answer((await Commands.WithdrawAsync(comment, await Caller.GetAsync(), Left)).Error);
        await LookAsync();
        await OnChanged.InvokeAsync();
    }

    /// <summary>Writes somebody's name.</summary>
    protected void Mention(ChangeEventArgs change)
    {
        if (change.Value is string { Length: > 0 } name) Draft = $"{Draft}{(Draft.Length == 0 || char.IsWhiteSpace(Draft[^1]) ? "" : " ")}@{name} ";
    }

    /// <inheritdoc />
    protected override bool Concerns(Guid incident) => incident == Incident;

    /// <inheritdoc />
    protected override async Task LookAsync()
    {
        var wanted = Incident;
        var found = await Query.ListAsync(wanted, await Caller.GetAsync(), Left);
        if (wanted == Incident && found.Value is { } comments) Comments = comments;
    }
}
