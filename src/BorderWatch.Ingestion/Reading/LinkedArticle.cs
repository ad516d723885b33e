using System.Text.Json;
using AngleSharp.Dom;

namespace BorderWatch.Ingestion.Reading;

/// <summary>What a page's JSON-LD says of its article (schema.org).</summary>
internal sealed record LinkedArticle(string? Headline, string? Body, string? Published, string? Author, string? Publisher, string? Language, string? Url)
{
    private const int MostUpdates = 300;

    /// <summary>True where it says that not everybody may read all of it.</summary>
    public bool IsForSubscribers { get; init; }

    /// <summary>The entries of a live blog, each as an article of its own; empty for an article.</summary>
    public IReadOnlyList<LinkedArticle> Updates { get; init; } = [];

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The first article that the page's scripts describe; null where they describe none, or are no JSON.</summary>
    public static LinkedArticle? Find(IDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            var json = script.TextContent.Trim().TrimEnd(';');
            if (json.Length is 0 or > 2_000_000) continue;
            try
            {
                using var document = JsonDocument.Parse(json, Lenient);
                if (Search(document.RootElement, 0) is { } article) return Read(article);
            }
            catch (JsonException)
            {
                // Pages with broken JSON-LD are common, and the other sources of the same facts are asked next.
                continue;
            }
        }
        return null;
    }

    private static JsonElement? Search(JsonElement element, int depth)
    {
        if (depth > 4) return null;
        if (element.ValueKind == JsonValueKind.Array)
            return element.EnumerateArray().Select(e => Search(e, depth + 1)).FirstOrDefault(e => e is not null);
        if (element.ValueKind != JsonValueKind.Object) return null;
        if (IsArticle(element)) return element;
        foreach (var inside in new[] { "@graph", "mainEntity", "mainEntityOfPage" })
        {
            if (element.TryGetProperty(inside, out var inner) && Search(inner, depth + 1) is { } found) return found;
        }
        return null;
    }

    private static bool IsArticle(JsonElement element)
    {
        if (!element.TryGetProperty("@type", out var type)) return false;
        var types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray() : new[] { type }.AsEnumerable();
        return types.Any(t => t.ValueKind == JsonValueKind.String && t.GetString() is { } name
            && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report"));
    }

    private static LinkedArticle Read(JsonElement a) => new(
        Text(a, "headline") ?? Text(a, "name"), Text(a, "articleBody"), Text(a, "datePublished") ?? Text(a, "dateCreated"),
        Name(a, "author"), Name(a, "publisher"), Text(a, "inLanguage"), Text(a, "url") ?? Text(a, "mainEntityOfPage"))
    {
        IsForSubscribers = a.TryGetProperty("isAccessibleForFree", out var free) && free.ToString().Equals("false", StringComparison.OrdinalIgnoreCase),
        Updates = a.TryGetProperty("liveBlogUpdate", out var updates) && updates.ValueKind == JsonValueKind.Array
            ? [.. updates.EnumerateArray().Where(u => u.ValueKind == JsonValueKind.Object).Take(MostUpdates).Select(u => Read(u) with { Updates = [], Url = Text(u, "url") ?? Text(u, "@id") })] : [],
    };

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text.Trim() : null;

    private static string? Name(JsonElement of, string name)
    {
        if (!of.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.String) return Text(of, name);
        if (value.ValueKind == JsonValueKind.Object) return Text(value, "name");
        if (value.ValueKind != JsonValueKind.Array) return null;
        var names = value.EnumerateArray()
            .Select(v => v.ValueKind == JsonValueKind.Object ? Text(v, "name") : v.ValueKind == JsonValueKind.String ? v.GetString() : null)
            .Where(n => !string.IsNullOrWhiteSpace(n)).Distinct().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }
}
