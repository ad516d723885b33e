using System.Globalization;

namespace BorderWatch.Cli.Lines;

/// <summary>Points in time as the command line prints them.</summary>
internal static class Moment
{
    /// <summary>ISO 8601 to the second, with the offset that was given, Z for UTC; null for null.</summary>
    public static string? Write(DateTimeOffset? moment) => moment?.ToString(
        moment.Value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
