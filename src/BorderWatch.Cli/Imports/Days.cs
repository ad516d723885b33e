using System.Globalization;

namespace BorderWatch.Cli.Imports;

/// <summary>Days as options name them.</summary>
internal static class Days
{
    public const string HowTo = "Write days as 2026-11-24.";

    /// <summary>Reads a day; true as well where none is given, and then it is null.</summary>
    public static bool Read(string? written, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return written is null || day is not null;
    }
}
