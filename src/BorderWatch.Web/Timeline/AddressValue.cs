using System.Globalization;

namespace BorderWatch.Web.Timeline;

/// <summary>Reads the single values that stand in an address; null where they are not what they should be.</summary>
internal static class AddressValue
{
    private static readonly string[] s_moments = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A number of days, up to ten years.</summary>
    public static int? Days(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= 3660 ? days : null;

    /// <summary>0 to 1.</summary>
    public static double? Share(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1 ? share : null;

    /// <summary>A member of an enumeration by its name; its number is not a name.</summary>
    public static T? Word<T>(string text) where T : struct, Enum =>
        !char.IsAsciiLetter(text[0]) ? null : Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>A moment in UTC, to the second or finer.</summary>
    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParseExact(text, s_moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    /// <summary>A moment as <see cref="Moment"/> reads it.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(s_moments[0], CultureInfo.InvariantCulture);

    /// <summary>True for the one word that switches something on.</summary>
    public static bool? Flag(string text, string on) => text == on ? true : null;
}
