namespace BorderWatch.Web.Shell;

/// <summary>Light or dark: the reader's choice, else the system's. A cookie, so that the first byte already has the right colours.</summary>
public static class ColorScheme
{
    /// <summary>The cookie that <c>js/scheme.js</c> keeps: "dark" or "light".</summary>
    public const string Cookie = "borderwatch-scheme";

    /// <summary>True where this request wants dark pages; light where nothing is known.</summary>
    public static bool IsDark(HttpContext? http) => http?.Request.Cookies[Cookie] == "dark";
}
