using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BorderWatch.Store;

/// <summary>What the commands say of common faults.</summary>
internal static class CommandErrors
{
    /// <summary>A sentence where a name is missing or too long; null where it will do.</summary>
    public static string? OfName(string name, string of) => name switch
    {
        "" => $"Give the {of} a name.",
        { Length: > 200 } => $"The name is {name.Length} characters long; use at most 200.",
        _ when name.Any(char.IsControl) => "The name holds a control character; type it anew.",
        _ => null,
    };

    /// <summary>A sentence where a country code is not of two letters; null where it is, or there is none.</summary>
    public static string? OfCountry(string? code) =>
        code is null || (code.Length == 2 && code.All(char.IsAsciiLetterUpper)) ? null : $"\"{code}\" is not a country code; use two letters, such as TJ.";

    /// <summary>True where a save failed because somebody took the name or address a moment before.</summary>
    public static bool IsTaken(this DbUpdateException exception) =>
        exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
