using System.Globalization;

namespace BorderWatch.Web.Languages;

/// <summary>A language of the interface. What articles say stays in the articles' own language.</summary>
/// <param name="Tag">BCP 47, such as "fa".</param>
/// <param name="Name">In the language itself, so that whoever needs it can read it.</param>
/// <param name="IsRightToLeft">True where lines begin at the right.</param>
/// <param name="IsComplete">False while some pages are not translated: then it is only there for who chooses it, and never for a browser's wish.</param>
public sealed record Language(string Tag, string Name, bool IsRightToLeft = false, bool IsComplete = true)
{
    /// <summary>What every text is written in first.</summary>
    public static Language English { get; } = new("en", "English");

    /// <summary>Persian, in a written standard that Iran and Afghanistan share.</summary>
    public static Language Persian { get; } = new("fa", "فارسی", IsRightToLeft: true, IsComplete: false);

    /// <summary>Those that can be chosen.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Persian];

    /// <summary>The language in which a page is being written now.</summary>
    public static Language Current => Find(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    /// <summary>"rtl" or "ltr", for <c>dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Of the process's cultures, the one that carries the language.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Tag);

    /// <summary>The language of a tag such as "fa" or "fa-AF"; null for one that the interface does not have.</summary>
    public static Language? Find(string? tag) =>
        All.FirstOrDefault(language => tag is not null && (tag.Equals(language.Tag, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language.Tag + "-", StringComparison.OrdinalIgnoreCase)));
}
