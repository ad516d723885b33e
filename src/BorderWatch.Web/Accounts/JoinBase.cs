using BorderWatch.Store.Accounts;
using BorderWatch.Web.Languages;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Accounts;

/// <summary>What a one-time link leads to: the first administrator, an invitation, a new password.</summary>
public abstract class JoinBase : ComponentBase
{
    /// <summary>The link's secret.</summary>
    [Parameter] public string Secret { get; set; } = "";

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "join")] public string? Name { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "join")] public string? Email { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "join")] public string? Password { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "join")] public string? Again { get; set; }

    /// <summary>What the link is good for; null where it is good for nothing.</summary>
    protected LinkView? Link { get; private set; }

    /// <summary>Why the last attempt was refused.</summary>
    protected string? Error { get; private set; }

    /// <summary>The page's heading.</summary>
    protected string Heading => Link?.Purpose switch
    {
        LinkPurpose.FirstAdministrator => Say.It("Make the administrator's account"),
        LinkPurpose.Invitation => $"Welcome, {Link.Name}",
        LinkPurpose.PasswordReset => Say.It("Choose a new password"),
        _ => Say.It("This link works no more"),
    };

    /// <summary>What will happen.</summary>
    protected string Introduction => Link?.Purpose switch
    {
        LinkPurpose.FirstAdministrator => Say.It("This is the account that invites all others. The link works once."),
        LinkPurpose.Invitation => Say.It("Choose a password. You sign in with {0}, as {1}.", Link.Email, AccountWords.Of(Link.Role)),
        _ => Say.It("For {0}, who signs in with {1}. Every browser that is signed in now has to sign in again.", Link?.Name, Link?.Email),
    };

    /// <summary>What the button says.</summary>
    protected string Action => Link?.Purpose is LinkPurpose.PasswordReset ? Say.It("Change the password") : Say.It("Make the account");

    [CascadingParameter] private HttpContext Http { get; set; } = null!;
    [Inject] private IAccountLinks Links { get; set; } = null!;
    [Inject] private ISignIn SignIn { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => Link = await Links.FindAsync(Secret, Http.RequestAborted);

    /// <summary>Uses the link, and signs in with the new password where no code is asked for.</summary>
    protected async Task UseAsync()
    {
        if (Link is null) return;
        var password = Password ?? "";
        Error = password == (Again ?? "") ? null : Say.It("The two passwords differ; type them again.");
        if (Error is not null) return;
        var email = Link.Email ?? Email ?? "";
        var used = await Links.UseAsync(Secret, Name, email, password, Http.RequestAborted);
        Error = Say.Answer(used.Error);
        if (!used.Succeeded) return;
        if (await SignIn.WithPasswordAsync(email, password, SessionCookie.OriginOf(Http), CancellationToken.None) is SignInStep.SignedIn(var session)) await SessionCookie.BeginAsync(Http, session);
        Navigation.NavigateTo("/");
    }
}
