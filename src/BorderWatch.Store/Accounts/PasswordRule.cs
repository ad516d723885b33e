using Microsoft.AspNetCore.Identity;

namespace BorderWatch.Store.Accounts;

/// <summary>
/// What a password must be: long, and not easily guessed from the account itself. No rule about kinds of characters, which only makes
/// people add "1!" (NIST SP 800-63B).
/// </summary>
public sealed class PasswordRule : IPasswordValidator<Account>
{
    /// <summary>Characters at least.</summary>
    public const int Shortest = 12;

    /// <summary>Characters at most: a longer one would make the server hash for long.</summary>
    public const int Longest = 128;

    private const int FewestDifferent = 5;

    /// <summary>A sentence where it will not do; null where it will.</summary>
    /// <param name="password">The password.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="email">What they sign in with.</param>
    public static string? Problem(string password, string name, string email)
    {
        if (password.Length < Shortest) return $"The password has {password.Length} characters; use at least {Shortest}. A few words in a row are easy to remember.";
        if (password.Length > Longest) return $"The password has {password.Length} characters; use at most {Longest}.";
        if (password.Distinct().Count() < FewestDifferent || IsRepetition(password) || IsSequence(password)) return "The password repeats itself or counts up; it would be among the first to be tried. Use a few words in a row.";
        var guessable = name.Split([' ', '-', '.', ','], StringSplitOptions.RemoveEmptyEntries).Concat(email.Split('@')).Append("borderwatch")
            .FirstOrDefault(part => part.Length >= 4 && password.Contains(part, StringComparison.OrdinalIgnoreCase));
        return guessable is null ? null : $"The password holds “{guessable}”, which others know; leave it out.";
    }

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Problem(password ?? "", user.Name, user.Email ?? "") is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRule), Description = problem })
            : IdentityResult.Success);

    // "passpasspass": the same piece three times and more.
    private static bool IsRepetition(string password) =>
        Enumerable.Range(1, password.Length / 3).Any(period => Enumerable.Range(period, password.Length - period).All(i => password[i] == password[i - period]));

    // "abcdefghijkl", "987654321098".
    private static bool IsSequence(string password) =>
        Enumerable.Range(1, password.Length - 1).Count(i => password[i] - password[i - 1] is 1 or -1 or 9 or -9) >= password.Length - 2;
}
