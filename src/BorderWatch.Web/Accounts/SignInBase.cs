using BorderWatch.Store.Accounts;
using BorderWatch.Web.Languages;
using BorderWatch.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace BorderWatch.Web.Accounts;

/// <summary>What the sign-in does: a password, then a code where the account wants one.</summary>
public abstract class SignInBase : ComponentBase
{
    /// <summary>The page to go to afterwards.</summary>
    [SupplyParameterFromQuery(Name = "to")] public string? To { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "sign-in")] public string? Email { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "sign-in")] public string? Password { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "code")] public string? Code { get; set; }

    /// <summary>Shows that the password was right; null in the first step.</summary>
    [SupplyParameterFromForm(FormName = "code")] public string? Ticket { get; set; }

    /// <summary>In a word why the organisation's sign-in let nobody in.</summary>
    [SupplyParameterFromQuery(Name = OpenIdSignIn.RefusedParameter)] public string? Refused { get; set; }

    /// <summary>What the browser showed.</summary>
    [SupplyParameterFromForm(FormName = "passkey")] public string? Credential { get; set; }

    /// <summary>The organisation's own sign-in; null where none is configured.</summary>
    protected OpenIdOptions? OpenId => Options.Value.OpenId is { IsOn: true } openId ? openId : null;

    /// <summary>Why the last attempt was refused.</summary>
    protected string? Error { get; private set; }

    /// <summary>True on an installation where nobody can sign in yet.</summary>
    protected bool IsWithoutAccounts { get; private set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!;
    [Inject] private ISignIn SignIn { get; set; } = null!;
    [Inject] private IAccountQuery Accounts { get; set; } = null!;
    [Inject] private CurrentCaller Current { get; set; } = null!;
    [Inject] private IServiceProvider Services { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private IOptions<AccountOptions> Options { get; set; } = null!;

    private CodeTicket Tickets => Services.GetRequiredService<CodeTicket>();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        var caller = await Current.OfAsync(Http.User);
        if (caller.Id is not null || caller == Caller.Demo) Navigation.NavigateTo(LocalAddress.Or(To));
        else IsWithoutAccounts = !await Accounts.AnyAsync(Http.RequestAborted);
        if (!HttpMethods.IsGet(Http.Request.Method)) return;
        (Ticket, Error) = (Tickets.Take(Http), OpenIdSignIn.Sentence(Refused));
    }

    /// <summary>The first step.</summary>
    protected async Task CheckPasswordAsync() => await GoOnAsync(await SignIn.WithPasswordAsync(Email ?? "", Password ?? "", SessionCookie.OriginOf(Http), Http.RequestAborted));

    /// <summary>The second step.</summary>
    protected async Task CheckCodeAsync()
    {
        if (Tickets.Read(Ticket) is var (account, stamp)) await GoOnAsync(await SignIn.WithCodeAsync(account, stamp, Code ?? "", SessionCookie.OriginOf(Http), Http.RequestAborted));
        else (Ticket, Error) = (null, Say.It("That took too long. Begin again with your password."));
    }

    /// <summary>Instead of both: a passkey.</summary>
    protected async Task CheckPasskeyAsync()
    {
        var (passkeys, signIn) = (Services.GetRequiredService<Passkeys>(), Services.GetRequiredService<IPasskeySignIn>());
        if (await passkeys.ShownAsync(Http, Credential) is var (account, passkey))
        {
            await GoOnAsync(await signIn.WithPasskeyAsync(account, passkey, SessionCookie.OriginOf(Http), Http.RequestAborted));
            return;
        }
        await signIn.RefuseAsync(SessionCookie.OriginOf(Http), Http.RequestAborted);
        Error = Say.It("That passkey does not fit any account here.");
    }

    private async Task GoOnAsync(SignInStep step)
    {
        switch (step)
        {
            case SignInStep.SignedIn(var session):
                await SessionCookie.BeginAsync(Http, session);
                Navigation.NavigateTo(LocalAddress.Or(To));
                break;
            case SignInStep.CodeNeeded(var account, var stamp):
                (Ticket, Error) = (Tickets.Write(account, stamp), null);
                break;
            case SignInStep.Refused(var error):
                Error = Say.Answer(error);
                break;
        }
    }
}
