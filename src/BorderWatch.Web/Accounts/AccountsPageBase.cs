using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Accounts;

/// <summary>What can be done with an account, besides its role.</summary>
public enum AccountAction
{
    /// <summary>Locks it.</summary>
    Lock,

    /// <summary>Unlocks it.</summary>
    Unlock,

    /// <summary>Makes a link for a new password.</summary>
    ResetPassword,

    /// <summary>Takes the second factor off.</summary>
    ForgetAuthenticator,

    /// <summary>Removes it.</summary>
    Remove,
}

/// <summary>A link to give to somebody; it is shown once.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="For">What it is for, as a sentence.</param>
public sealed record LinkToGive(string Address, string For);

/// <summary>What the accounts page does.</summary>
public abstract class AccountsPageBase : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _left = new();

    /// <summary>What there is; null while it is on its way.</summary>
    protected AccountList? List { get; private set; }

    /// <summary>Why the last command was refused.</summary>
    protected string? Error { get; private set; }

    /// <summary>The link that was made last, until it is closed.</summary>
    protected LinkToGive? Link { get; private set; }

    /// <summary>Now, UTC.</summary>
    protected DateTimeOffset Now => Time.GetUtcNow();

    [Inject] private IAccountCommands Commands { get; set; } = null!;
    [Inject] private IAccountQuery Query { get; set; } = null!;
    [Inject] private CurrentCaller Current { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Time { get; set; } = null!;

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync(null);

    /// <summary>Shows a link that was made, and reads the list again.</summary>
    protected async Task ShowAsync((string Secret, string For) made)
    {
        Link = new LinkToGive(Navigation.ToAbsoluteUri(JoinLink.Path(made.Secret)).AbsoluteUri, made.For);
        await ReadAsync(null);
    }

    /// <summary>Forgets the link.</summary>
    protected void CloseLink() => Link = null;

    /// <summary>Gives another role.</summary>
    protected async Task SetRoleAsync(AccountRow account, Role role) => await ReadAsync((await Commands.SetRoleAsync(account.Id, role, await Current.GetAsync(), _left.Token)).Error);

    /// <summary>Withdraws an invitation.</summary>
    protected async Task WithdrawAsync(InvitationRow invitation) => await ReadAsync((await Commands.WithdrawAsync(invitation.Id, await Current.GetAsync(), _left.Token)).Error);

    /// <summary>Does what was chosen.</summary>
    protected async Task ActAsync(AccountRow account, AccountAction action)
    {
        var by = await Current.GetAsync();
        if (action is AccountAction.ResetPassword)
        {
            var made = await Commands.ResetPasswordAsync(account.Id, by, _left.Token);
            if (made.Value is { } secret) await ShowAsync((secret, Say.It("With this link {0} chooses a new password.", account.Name)));
            else await ReadAsync(made.Error);
            return;
        }
        CommandResult<bool> done = action switch
        {
            AccountAction.ForgetAuthenticator => await Commands.ForgetAuthenticatorAsync(account.Id, by, _left.Token),
            AccountAction.Remove => await Commands.RemoveAsync(account.Id, by, _left.Token),
            _ => await Commands.SetLockedAsync(account.Id, action is AccountAction.Lock, by, _left.Token),
        };
        await ReadAsync(done.Error);
    }

    private async Task ReadAsync(string? error)
    {
        var list = await Query.ListAsync(await Current.GetAsync(), _left.Token);
        (List, Error) = (list.Value ?? List, Say.Answer(error ?? list.Error));
    }

    /// <summary>Stops what is on its way.</summary>
    public void Dispose()
    {
        _left.Cancel();
        _left.Dispose();
        GC.SuppressFinalize(this);
    }
}
