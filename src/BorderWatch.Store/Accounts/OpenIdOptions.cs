namespace BorderWatch.Store.Accounts;

/// <summary>Who may come in through the organisation's own sign-in.</summary>
public enum OpenIdAdmission
{
    /// <summary>Those who have an account or an invitation.</summary>
    Invited,

    /// <summary>Everybody whom the provider lets in: they get an account.</summary>
    Everybody,
}

/// <summary>Signing in through an OpenID Connect provider: configuration section "Accounts:OpenId". Off while no authority is given.</summary>
public sealed class OpenIdOptions
{
    /// <summary>The provider's issuer: an https address (http on loopback alone). Empty switches it off.</summary>
    public string Authority { get; set; } = "";

    /// <summary>What BorderWatch is called there.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret; better given as the environment variable <c>Accounts__OpenId__ClientSecret</c>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>What the button says: "Sign in with …".</summary>
    public string Name { get; set; } = "your organisation";

    /// <summary>Who may come in.</summary>
    public OpenIdAdmission Admit { get; set; }

    /// <summary>The role of those who come in without an invitation, where no claim says it.</summary>
    public Role NewRole { get; set; } = Role.Viewer;

    /// <summary>The claim that says the role, at every sign-in anew: a word or a list of words. Empty leaves roles to administrators.</summary>
    public string RoleClaim { get; set; } = "";

    /// <summary>Which word means which role; the highest counts. Who has none of them is refused.</summary>
    public Dictionary<string, Role> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Scopes to ask for beside openid, profile and email, separated by blanks.</summary>
    public string MoreScopes { get; set; } = "";

    /// <summary>True where it is configured.</summary>
    public bool IsOn => Authority.Length > 0;

    /// <summary>A sentence where it is configured by half; null where all is well.</summary>
    internal string? Fault() => !IsOn ? null
        : !Uri.TryCreate(Authority, UriKind.Absolute, out var authority) || !(authority.Scheme == Uri.UriSchemeHttps || (authority.Scheme == Uri.UriSchemeHttp && authority.IsLoopback)) ? "Accounts:OpenId:Authority must be an https address."
        : ClientId.Length == 0 || ClientSecret.Length == 0 ? "Accounts:OpenId needs ClientId and ClientSecret."
        : RoleClaim.Length > 0 && Roles.Count == 0 ? "Accounts:OpenId:RoleClaim needs Roles that say which word means which role."
        : RoleClaim.Length == 0 && Roles.Count > 0 ? "Accounts:OpenId:Roles needs the RoleClaim that they are the words of."
        : null;
}
