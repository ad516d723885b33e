using BorderWatch.Ingestion.Rulings;
using BorderWatch.Store;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using MudBlazor;

namespace BorderWatch.Web.Rulings;

/// <summary>Says what a command did, with a button that takes it back.</summary>
public sealed class Undoing(ISnackbar snackbar, IUndoCommands undo, CurrentCaller caller)
{
    private const int MillisecondsToThink = 12_000;

    /// <summary>Shows the outcome of a command.</summary>
    /// <param name="result">A refusal is shown as a warning.</param>
    /// <param name="said">What to say of a success; null says what was done.</param>
    /// <param name="undone">Called after it was taken back.</param>
    /// <returns>True where the command succeeded.</returns>
    public bool Show(CommandResult<Edited> result, string? said, Func<Task> undone)
    {
        if (result.Error is { } error)
        {
            snackbar.Add(Say.Answer(error), Severity.Warning);
            return false;
        }
        var edit = result.Value!.EditId;
        snackbar.Add(said ?? Sentence(Say.Answer(result.Value.Action)), Severity.Success, options =>
        {
            options.VisibleStateDuration = MillisecondsToThink;
            options.Action = Say.It("Undo");
            options.OnClick = async _ =>
            {
                var taken = await undo.UndoAsync(edit, await caller.GetAsync(), CancellationToken.None);
                snackbar.Add(Say.Answer(taken.Error) ?? Say.It("Taken back."), taken.Succeeded ? Severity.Info : Severity.Warning);
                await undone();
            };
        });
        return true;
    }

    private static string Sentence(string action) => $"{char.ToUpperInvariant(action[0])}{action[1..]}.";
}
