namespace BorderWatch.Store.Accounts;

/// <summary>What is wrong with the name or the address of an account.</summary>
internal static class AccountWords
{
    /// <summary>As long as an address can be (RFC 5321).</summary>
    public const int LongestEmail = 254;

    // They stand in the history for the program and for people without an account.
    private static readonly string[] s_reserved = [Caller.Local.Name, Caller.Demo.Name, Caller.Program.Name, Caller.Nobody.Name, Caller.Reader.Name, "analyst", "command line"];

    /// <summary>A sentence where it can be nobody's name; null where it can.</summary>
    public static string? OfName(string name) => name switch
    {
        "" => "Give the person's name, as the history is to show it.",
        { Length: > Account.LongestName } => $"The name is {name.Length} characters long; use at most {Account.LongestName}.",
        _ when name.Any(char.IsControl) => "The name holds a control character; type it anew.",
        _ when s_reserved.Contains(name, StringComparer.OrdinalIgnoreCase) => $"“{name}” stands for somebody else in the history; use the person's own name.",
        _ => null,
    };

    /// <summary>A sentence where it can be no e-mail address; null where it can.</summary>
    public static string? OfEmail(string email) =>
        email.Length == 0 ? "Give the e-mail address to sign in with."
        : email.Length > LongestEmail || email.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || email.Split('@') is not [{ Length: > 0 }, { Length: > 0 }] ? "This is no e-mail address; it looks like name@organisation.example."
        : null;
}
