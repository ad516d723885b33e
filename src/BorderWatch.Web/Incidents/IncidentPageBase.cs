using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Desk;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Opinions;
using BorderWatch.Store.Rulings;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Quotes;
using BorderWatch.Web.Review;
using BorderWatch.Web.Rulings;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace BorderWatch.Web.Incidents;

/// <summary>What the incident page does: shows, and for editors corrects.</summary>
public abstract class IncidentPageBase : ComponentBase
{
    private static readonly DialogOptions s_dialog = new() { MaxWidth = MaxWidth.Medium, FullWidth = true, BackdropClick = false };

    private Guid? _shown;

    /// <summary>The incident in the address.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>The desk's lane that the reader came from; null where they did not come from the desk.</summary>
    [SupplyParameterFromQuery(Name = "lane")] public string? Lane { get; set; }

    /// <summary>What is shown; null while it is on its way, and where there is none.</summary>
    protected IncidentDetail? Detail { get; private set; }

    /// <summary>True where there is no such incident.</summary>
    protected bool IsMissing { get; private set; }

    /// <summary>True where the reader may rule.</summary>
    protected bool MayRule { get; private set; }

    /// <summary>The fields, with what bears on them.</summary>
    protected IReadOnlyList<FieldSheet> Sheets { get; private set; } = [];

    /// <summary>The fields that are quoted.</summary>
    protected IReadOnlyList<QuotedField> Fields { get; private set; } = [];

    /// <summary>The correction that is being made; null where none is.</summary>
    protected FieldDraft? Draft { get; private set; }

    /// <summary>The words that are selected; null where none are.</summary>
    protected RulingQuote? Selected { get; private set; }

    [Inject] private IIncidentQuery Query { get; set; } = null!;
    /// <summary>What may belong together with it.</summary>
    protected IReadOnlyList<RelatedIncident> Related { get; private set; } = [];

    [Inject] private IRelatedIncidents Relations { get; set; } = null!;
    [Inject] private IDeskQuery Desk { get; set; } = null!;
    [Inject] private IDeskCompany Company { get; set; } = null!;
    [Inject] private IRulingCommands Commands { get; set; } = null!;
    [Inject] private IReviewCommands Reviews { get; set; } = null!;
    [Inject] private IMergeCommands Merges { get; set; } = null!;
    [Inject] private IUndoCommands Undos { get; set; } = null!;
    [Inject] private IQuoteReading Reading { get; set; } = null!;
    [Inject] private CurrentCaller Caller { get; set; } = null!;
    [Inject] private Undoing Undoing { get; set; } = null!;
    [Inject] private IDialogService Dialogs { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private IJSRuntime Script { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id) return;
        _shown = Id;
        (Draft, Selected) = (null, null);
        MayRule = (await Caller.GetAsync()).Refusal(Permission.RuleOnIncidents) is null;
        await ReloadAsync();
        if (Detail is { } detail && detail.Incident.Id != Id) Navigation.NavigateTo($"/incidents/{detail.Incident.Id}", replace: true); // It was merged: the link leads on.
    }

    /// <summary>The ruling on a field; null where none stands.</summary>
    protected RulingView? RulingOn(ClaimField field) => Detail?.Rulings.FirstOrDefault(ruling => ruling.Field == field);

    /// <summary>Shows a claim's words in its article.</summary>
    protected async Task RevealAsync(Guid claim) => await Script.InvokeVoidAsync("borderWatch.reveal", claim.ToString());

    /// <summary>Takes selected words in; null where nothing is selected any more.</summary>
    protected void Select(RulingQuote? words) => Selected = words;

    /// <summary>Begins a correction of a field, from the selected words where there are some.</summary>
    protected async Task BeginAsync(ClaimField? field)
    {
        var words = Selected;
        Selected = null;
        if (field is not { } wanted || Detail is not { } detail) return;
        var draft = new FieldDraft(wanted, RulingOn(wanted)?.Id) { Quote = words };
        IReadOnlyList<ClaimValue> read = words is null ? [] : await Reading.ReadAsync(wanted, words, CancellationToken.None);
        draft.Fill(read.Count > 0 && wanted is not ClaimField.Actor ? read : [.. CurrentValues.Of(detail, wanted), .. wanted is ClaimField.Actor ? read : []]);
        Draft = draft;
    }

    /// <summary>Leaves things as they are.</summary>
    protected async Task CancelAsync()
    {
        Draft = null;
        await ReloadAsync();
    }

    /// <summary>Saves the correction; where another editor was first, shows both.</summary>
    protected async Task<bool> SaveAsync()
    {
        if (Draft is not { } draft) return true;
        var result = await Commands.CorrectAsync(new(Detail!.Incident.Id, draft.Field, draft.Values, draft.Quote, draft.Reason, draft.Seen), await Caller.GetAsync(), CancellationToken.None);
        if (result.Value is { Theirs: { } theirs })
        {
            (draft.Theirs, draft.Seen) = (theirs, theirs.Id);
            return false;
        }
        var done = Undoing.Show(new(result.Value?.Edited, result.Error), null, RefreshAsync);
        if (done) Draft = null;
        await ReloadAsync();
        return done;
    }

    /// <summary>Rules what a language model read, on its words; a name is put beside those that are there.</summary>
    protected async Task TakeAsync(OpinionLine line)
    {
        var (claim, detail) = (line.Claim, Detail!);
        IReadOnlyList<ClaimValue> values = claim.Value is ClaimValue.Actor ? [.. CurrentValues.Of(detail, ClaimField.Actor), claim.Value] : [claim.Value];
        var quote = new RulingQuote(line.RevisionId, claim.QuoteStart, claim.QuoteEnd, claim.Quote, claim.InTitle);
        var result = await Commands.CorrectAsync(new(detail.Incident.Id, claim.Field, values, quote, $"taken from the second opinion of {claim.Extractor}", RulingOn(claim.Field)?.Id), await Caller.GetAsync(), CancellationToken.None);
        Undoing.Show(new(result.Value?.Edited, result.Error ?? (result.Value?.Theirs is null ? null : Say.It("Somebody else has ruled on this field since: look at their ruling first."))), null, RefreshAsync);
        await ReloadAsync();
    }

    /// <summary>Takes a command back.</summary>
    protected async Task UndoAsync(Guid edit) => await ShowAsync(await Undos.UndoAsync(edit, await Caller.GetAsync(), CancellationToken.None));

    /// <summary>Keeps a challenged ruling.</summary>
    protected async Task KeepAsync(RulingView ruling) => await ShowAsync(await Commands.RuleAgainAsync(ruling.Id, null, await Caller.GetAsync(), CancellationToken.None));

    /// <summary>Withdraws a ruling.</summary>
    protected async Task WithdrawAsync(RulingView ruling) => await ShowAsync(await Commands.WithdrawAsync(ruling.Id, null, await Caller.GetAsync(), CancellationToken.None));

    /// <summary>Confirms, and goes on where the reader came from the desk.</summary>
    protected Task ConfirmAsync() => ReviewAsync(IncidentStatus.Confirmed, null, null);

    /// <summary>Takes a status back.</summary>
    protected Task ReopenAsync() => ReviewAsync(IncidentStatus.Unreviewed, null, null);

    /// <summary>Asks why, and rejects.</summary>
    protected async Task RejectAsync()
    {
        var dialog = await Dialogs.ShowAsync<RejectDialog>(Say.It("Reject the incident"), s_dialog);
        if (await dialog.Result is { Canceled: false, Data: Rejection why }) await ReviewAsync(IncidentStatus.Rejected, why.Reason, why.Words);
    }

    /// <summary>Asks with what, and merges.</summary>
    protected async Task MergeAsync()
    {
        var about = new DialogParameters<MergeDialog> { { d => d.Into, Detail!.Incident.Id }, { d => d.Title, Detail.Incident.Title } };
        var dialog = await Dialogs.ShowAsync<MergeDialog>(Say.It("Merge incidents"), about, s_dialog);
        if (await dialog.Result is { Canceled: false, Data: IReadOnlyList<Guid> others })
            await ShowAsync(await Merges.MergeAsync(Detail.Incident.Id, others, null, await Caller.GetAsync(), CancellationToken.None));
    }

    /// <summary>Asks which reports, and splits them off.</summary>
    protected async Task SplitAsync()
    {
        var dialog = await Dialogs.ShowAsync<SplitDialog>(Say.It("Split reports off"), new DialogParameters<SplitDialog> { { d => d.Reports, Detail!.Reports } }, s_dialog);
        if (await dialog.Result is { Canceled: false, Data: IReadOnlyList<Guid> reports })
            await ShowAsync(await Merges.SplitAsync(Detail.Incident.Id, reports, null, await Caller.GetAsync(), CancellationToken.None));
    }

    /// <summary>Puts a tag on.</summary>
    protected async Task TagAsync(string tag) => await ShowAsync(await Reviews.TagAsync([Detail!.Incident.Id], tag, await Caller.GetAsync(), CancellationToken.None));

    /// <summary>Saves what is being corrected and goes to what matters next in the lane.</summary>
    protected async Task NextAsync()
    {
        if (!await SaveAsync()) return;
        if (await Desk.NextAsync(Lanes.Queue(Lane), (await Caller.GetAsync()).Id, Detail!.Incident.Id, CancellationToken.None) is { } next) Navigation.NavigateTo($"/incidents/{next}?lane={Lane}");
        else Navigation.NavigateTo($"/desk?lane={Lane}");
    }

    private async Task ReviewAsync(IncidentStatus to, RejectionReason? because, string? words)
    {
        var incident = Detail!.Incident;
        // Looked up before: afterwards it may be in the lane no more.
        var by = await Caller.GetAsync();
        var next = Lane is null ? null : await Desk.NextAsync(Lanes.Queue(Lane), by.Id, incident.Id, CancellationToken.None);
        var result = await Reviews.ReviewAsync([(incident.Id, incident.Status)], to, because, words, by, CancellationToken.None);
        if (result.Succeeded && to is not IncidentStatus.Unreviewed) await Company.ReleaseAsync(incident.Id, by, CancellationToken.None);
        if (!await ShowAsync(result) || Lane is null || to is IncidentStatus.Unreviewed) return;
        Navigation.NavigateTo(next is { } id ? $"/incidents/{id}?lane={Lane}" : $"/desk?lane={Lane}");
    }

    private async Task<bool> ShowAsync(Store.CommandResult<Edited> result)
    {
        var done = Undoing.Show(result, null, RefreshAsync);
        await ReloadAsync();
        return done;
    }

    /// <summary>Reads everything anew.</summary>
    protected Task RefreshAsync() => InvokeAsync(async () =>
    {
        await ReloadAsync();
        StateHasChanged();
    });

    private async Task ReloadAsync()
    {
        Detail = await Query.FindAsync(Id, CancellationToken.None);
        Related = Detail is null ? [] : await Relations.FindAsync(Detail.Incident.Id, CancellationToken.None);
        IsMissing = Detail is null;
        Sheets = Detail is null ? [] : FieldSheet.Of(Detail);
        Fields = [.. (Detail?.Reports ?? []).SelectMany(report => report.Claims).Select(claim => claim.Field).Distinct().Order().Select(QuotedField.Of)];
    }
}
