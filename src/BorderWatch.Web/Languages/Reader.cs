using System.Globalization;
using BorderWatch.Store.Accounts;

namespace BorderWatch.Web.Languages;

/// <summary>
/// For whom a page is being written: language, time zone and date format. It flows with the request into the page's circuit, as cultures do.
/// Where nobody is meant, in mail, exports and the API, it is English, UTC and days in words.
/// </summary>
public static class Reader
{
    private static readonly AsyncLocal<ReaderSettings?> s_settings = new();

    /// <summary>The zone in which moments are shown.</summary>
    public static TimeZoneInfo Zone => s_settings.Value?.TimeZone is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>How days are written.</summary>
    public static DateForm Dates => s_settings.Value?.Dates ?? DateForm.Words;

    /// <summary>From here on, and in what is called from here, pages are written for this reader. Numbers and dates that machines read stay as they are: only texts follow the language.</summary>
    public static void Become(ReaderSettings settings)
    {
        s_settings.Value = settings;
        CultureInfo.CurrentUICulture = (Language.Find(settings.Language) ?? Language.English).Culture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
    }

    /// <summary>What a document says that is the same for everybody, such as a brief: in English and UTC, whoever looks.</summary>
    public static T ForEverybody<T>(Func<T> write)
    {
        var (settings, language) = (s_settings.Value, CultureInfo.CurrentUICulture);
        try
        {
            Become(new());
            return write();
        }
        finally
        {
            (s_settings.Value, CultureInfo.CurrentUICulture) = (settings, language);
        }
    }

    /// <summary>An action that is still the reader's when something else of the server calls it, such as news of another process.</summary>
    public static Action Keep(Action action)
    {
        var context = ExecutionContext.Capture();
        return context is null ? action : () => ExecutionContext.Run(context, static state => ((Action)state!)(), action);
    }

    /// <summary>As <see cref="Keep(Action)"/>.</summary>
    public static Action<T> Keep<T>(Action<T> action)
    {
        var context = ExecutionContext.Capture();
        return context is null ? action : value => ExecutionContext.Run(context, _ => action(value), null);
    }
}
