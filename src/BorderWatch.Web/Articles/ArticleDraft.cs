using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Articles;

/// <summary>What somebody has typed or pasted into the dialog. It lives as long as the circuit, so that a dialog closed by going back loses nothing.</summary>
public sealed class ArticleDraft
{
    private const int LongestText = 200_000;

    /// <summary>True for an address, false for a text.</summary>
    public bool IsAddress { get; set; } = true;

    /// <summary>The page's address.</summary>
    public string Url { get; set; } = "";

    /// <summary>The headline; may be empty.</summary>
    public string Title { get; set; } = "";

    /// <summary>The body.</summary>
    public string Text { get; set; } = "";

    /// <summary>The outlet's name; may be empty.</summary>
    public string Outlet { get; set; } = "";

    /// <summary>When it was published, UTC; null where that was left empty. Without it, "on Friday" cannot be dated.</summary>
    public DateTime? Published { get; set; }

    /// <summary>Begins anew.</summary>
    public void Clear() => (Url, Title, Text, Outlet, Published) = ("", "", "", "", null);

    /// <summary>True where something would be lost.</summary>
    public bool HasContent => new[] { Url, Title, Text, Outlet }.Any(part => !string.IsNullOrWhiteSpace(part));

    /// <summary>What is missing or wrong, and what to do; null where the draft can be read.</summary>
    public string? Problem
    {
        get
        {
            if (IsAddress)
            {
                return Uri.TryCreate(Url.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
                    ? null : Say.It("Paste the whole address of the article, beginning with https:// or http://.");
            }
            if (string.IsNullOrWhiteSpace(Text)) return Say.It("Paste the article's text.");
            if (Text.Length > LongestText) return Say.It("This text has {0:N0} characters; at most {1:N0} are read. Paste the article alone.", Text.Length, LongestText);
            return null;
        }
    }

    /// <summary>When it was published, with its offset.</summary>
    public DateTimeOffset? PublishedAt => Published is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    /// <summary>Null for what was left empty.</summary>
    public static string? OrNull(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
