using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace BorderWatch.Web.Languages;

/// <summary>
/// What the interface says, in the language of who reads. A text is asked for by its English words, which are its key in
/// <c>Texts.resx</c>; one that a language does not have yet is said in English.
/// </summary>
public static class Say
{
    private static readonly TextTable s_texts = new("Texts");
    private static readonly TextTable s_names = new("Names");
    private static readonly SentenceTable s_sentences = new("Sentences");

    /// <summary>A text.</summary>
    public static string It(string english) => s_texts.Find(english);

    /// <summary>A text with values in it, at {0}, {1} …; numbers are written with the digits 0 to 9 in every language.</summary>
    public static string It(string english, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, s_texts.Find(english), Apart(values));

    /// <summary>A number with its noun: "1 report", "1,204 reports". The count is {0}, with a comma at thousands.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">For one.</param>
    /// <param name="other">For any other number. A language whose nouns have no plural after numbers gives both alike.</param>
    /// <param name="values">What stands at {1}, {2} …</param>
    public static string Count(int count, string one, string other, params ReadOnlySpan<object?> values)
    {
        var text = s_texts.Find(count == 1 ? one : other);
        return string.Format(CultureInfo.InvariantCulture, text, Apart([count.ToString("N0", CultureInfo.InvariantCulture), .. values]));
    }

    /// <summary>A word that the data have and that is not a name of somebody or somewhere, such as an event type or a month; as it is where it has no translation.</summary>
    public static string Name(string name) => s_names.Find(name);

    /// <summary>
    /// What another part of the program says in English, values and all: why a command refuses, what a server answered, what the history says was done.
    /// As it is where it is not known; what was said already stays.
    /// </summary>
    [return: NotNullIfNotNull(nameof(english))]
    public static string? Answer(string? english) => english is null || Language.Current == Language.English ? english : s_sentences.Find(english, isValue: false, Value) ?? english;

    private static string Value(string english) => Apart(s_sentences.Find(english, isValue: true, Value) ?? s_names.Find(english));

    /// <summary>A text with pieces of markup in it, at {0}, {1} …</summary>
    public static RenderFragment With(string english, params RenderFragment[] pieces) => builder =>
    {
        var text = s_texts.Find(english);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            var close = open < 0 ? -1 : text.IndexOf('}', open);
            if (close < 0 || !int.TryParse(text.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var piece) || piece >= pieces.Length)
            {
                builder.AddContent(0, text[at..]);
                return;
            }
            if (open > at) builder.AddContent(0, text[at..open]);
            builder.AddContent(1, pieces[piece]);
            at = close + 1;
        }
    };

    /// <summary>Something whose own direction is kept within a line of the other: "13+", a name in Latin letters. Nothing is done in a language that runs from left to right.</summary>
    public static string Apart(string text) => !Language.Current.IsRightToLeft ? text : $"{(text.Any(IsRightToLeft) ? '\u2067' : '\u2066')}{text}\u2069";

    // Hebrew to Arabic Extended: what holds any of it is a piece of the page's own language.
    private static bool IsRightToLeft(char letter) => letter is >= '\u0590' and <= '\u08FF';

    private static object?[] Apart(ReadOnlySpan<object?> values)
    {
        var written = values.ToArray();
        if (!Language.Current.IsRightToLeft) return written;
        for (var at = 0; at < written.Length; at++)
            if (written[at] is string text) written[at] = Apart(text);
        return written;
    }
}
