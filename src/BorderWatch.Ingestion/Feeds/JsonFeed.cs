using System.Text.Json;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>JSON Feed 1.0 and 1.1.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Reads the feed, or says why it is none.</summary>
    public static FeedReading Read(string json, string? address)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            var root = document.RootElement;
            if (!root.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
                return FeedReading.Failed("This is JSON, but no feed: it has no list of items. Check the feed's address.");
            var read = items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Item(i, address, Byline(root))).ToList();
            var format = Text(root, "version")?.Contains("1.0", StringComparison.Ordinal) == true || Text(root, "version")?.EndsWith("/1", StringComparison.Ordinal) == true ? "JSON Feed 1.0" : "JSON Feed 1.1";
            return FeedReading.Of(new Feed(format, Text(root, "title"), FeedAddress.Resolve(Text(root, "home_page_url"), address), read, []));
        }
        catch (JsonException fault)
        {
            return FeedReading.Failed($"The feed is JSON that breaks off or is malformed (line {fault.LineNumber + 1}). Ask the outlet, or try again later.");
        }
    }

    private static FeedItem Item(JsonElement item, string? address, string? feedByline)
    {
        var whole = Text(item, "content_html") ?? FeedMarkup.Escaped(Text(item, "content_text"));
        return new FeedItem(
            Reading.HtmlText.Line(Text(item, "title")) is { Length: > 0 } title ? title : null,
            FeedAddress.Resolve(Text(item, "url") ?? Text(item, "external_url"), address),
            Text(item, "id"),
            FeedDate.Read(Text(item, "date_published")) ?? FeedDate.Read(Text(item, "date_modified")),
            FeedDate.Read(Text(item, "date_modified")),
            FeedMarkup.Escaped(Text(item, "summary")) ?? whole,
            whole,
            Byline(item) ?? feedByline);
    }

    private static string? Byline(JsonElement of)
    {
        var authors = of.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array ? several.EnumerateArray().ToList()
            : of.TryGetProperty("author", out var one) ? [one] : [];
        var names = authors.Where(a => a.ValueKind == JsonValueKind.Object).Select(a => Text(a, "name")).OfType<string>().ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string? Text(JsonElement of, string name) =>
        !of.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : null;
}
