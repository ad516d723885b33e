using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Accounts;

/// <summary>Why a browser gave no passkey, in the language of who reads. The script finds it at the form.</summary>
public static class PasskeyWords
{
    /// <summary>The form's attributes.</summary>
    public static IReadOnlyDictionary<string, object> Attributes => new Dictionary<string, object>
    {
        ["data-cancelled"] = Say.It("That was cancelled, or took too long."),
        ["data-registered"] = Say.It("This device has a passkey for this account already."),
        ["data-no-name"] = Say.It("The browser allows passkeys only under a name (localhost or a domain with TLS), not under a number."),
        ["data-failed"] = Say.It("The passkey could not be used. Reload the page and try again."),
    };
}
