using BorderWatch.Store.Accounts;

namespace BorderWatch.Web.Languages;

/// <summary>What a browser remembers of the reader's choice, for those without an account and for the sign-in.</summary>
public static class ReaderCookie
{
    /// <summary>Its name.</summary>
    public const string Name = "borderwatch-reader";

    private const char Between = '|';

    /// <summary>What the browser remembers; whatever makes no sense there counts as not chosen.</summary>
    public static ReaderSettings Of(HttpRequest request)
    {
        if (request.Cookies[Name] is not { Length: > 0 and < 200 } kept || kept.Split(Between) is not [var language, var zone, var dates]) return new();
        return new(
            Language.Find(language)?.Tag,
            zone.Length is > 0 and <= ReaderSettings.Longest && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null,
            Enum.TryParse<DateForm>(dates, out var form) && Enum.IsDefined(form) ? form : null);
    }

    /// <summary>Has the browser remember.</summary>
    public static void Keep(HttpResponse response, ReaderSettings settings) => response.Cookies.Append(Name, string.Join(Between, settings.Language, settings.TimeZone, settings.Dates), new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = TimeSpan.FromDays(365),
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = response.HttpContext.Request.IsHttps,
    });
}
