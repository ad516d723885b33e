using System.Globalization;
using BorderWatch.Store.Timeline;

namespace BorderWatch.Web.Api;

/// <summary>Where a page ends, as a word for an address.</summary>
internal static class ApiCursor
{
    public static string Write(TimelineCursor cursor) => string.Create(CultureInfo.InvariantCulture, $"{cursor.Date:yyyyMMdd}-{cursor.Id:N}");

    /// <summary>Null where it was not written by <see cref="Write"/>.</summary>
    public static TimelineCursor? Read(string text) =>
        text.Split('-') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParseExact(id, "N", out var incident)
            ? new(date, incident) : null;
}
