using System.Text;
using BorderWatch.Ingestion.Reading;

namespace BorderWatch.Ingestion.Articles;

/// <summary>Brings an article's words into the form in which they are stored, and in which quotes' offsets count.</summary>
public static class ArticleWords
{
    /// <summary>The longest text that is kept, in UTF-16 code units; no article is longer, but a page that is none may be.</summary>
    public const int Longest = 200_000;

    /// <summary>The body: line ends as \n, no control characters, no half surrogate pairs, at most one blank line in a row.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        var ends = 0;
        for (var i = 0; i < text.Length && clean.Length < Longest; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                if (i + 1 < text.Length && text[i + 1] == '\n') continue;
                c = '\n';
            }
            if (c == '\n')
            {
                if (++ends <= 2) clean.Append('\n');
                continue;
            }
            if (c != '\t' && char.IsControl(c)) continue;
            if (char.IsHighSurrogate(c))
            {
                if (i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) clean.Append(c).Append(text[++i]);
                continue;
            }
            if (char.IsLowSurrogate(c)) continue;
            if (!char.IsWhiteSpace(c)) ends = 0;
            clean.Append(c);
        }
        return clean.ToString().Trim();
    }

    /// <summary>The headline: one line, at most 500 characters.</summary>
    public static string CleanTitle(string? title)
    {
        var line = HtmlText.Squeeze(Clean(title));
        return line.Length <= 500 ? line : line[..(char.IsHighSurrogate(line[498]) ? 498 : 499)] + "…";
    }
}
