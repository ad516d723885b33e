using System.Net.Mail;

namespace BorderWatch.Store.Alerts;

/// <summary>Mail addresses that somebody wrote in a line, separated by commas.</summary>
internal static class MailAddresses
{
    /// <summary>The most characters that a line of them has.</summary>
    public const int Longest = 1000;

    /// <summary>The addresses, one by one, each once.</summary>
    public static IReadOnlyList<string> Of(string? line) =>
        [.. (line ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The line without blanks and doubles; null where nothing is left.</summary>
    public static string? Clean(string? line) => string.Join(", ", Of(line)) is { Length: > 0 } clean ? clean : null;

    /// <summary>A sentence where one is no address, or they are too many; null where they will do. A line end in one would be a header of its own.</summary>
    /// <param name="line">The addresses.</param>
    /// <param name="sends">How the sentence begins: "A rule mails".</param>
    /// <param name="most">At most so many.</param>
    /// <param name="longest">At most so many characters.</param>
    public static string? Error(string? line, string sends, int most, int longest = Longest)
    {
        var addresses = Of(line);
        return addresses.Count > most ? $"{sends} at most {most} addresses."
            : line?.Length > longest ? $"The mail addresses are longer than {longest} characters together."
            : addresses.FirstOrDefault(address => address.Any(char.IsControl) || !MailAddress.TryCreate(address, out var read) || read.Address != address) is { } wrong ? $"“{wrong}” is no mail address; write one such as name@example.org."
            : null;
    }
}
