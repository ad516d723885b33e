using System.CommandLine;
using System.Text.Json;
using BorderWatch.Cli.Lines;
using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Cli.Feeds;

/// <summary><c>borderwatch feed</c>: the items of an RSS, Atom or JSON feed.</summary>
internal static class FeedCommand
{
    public static Command Create()
    {
        var command = new Command("feed", "Reads feeds. Reads JSON lines with id, base64 (the bytes as a server sent them) and contentType, writes JSON lines with title, link and items.");
        command.SetAction((_, cancellation) => JsonLinesFilter.RunAsync(Write, cancellation));
        return command;
    }

    private static void Write(JsonLine line, Utf8JsonWriter writer)
    {
        var reading = FeedReader.Read(Bytes(line), line.Optional("contentType"), line.Optional("url"));
        if (reading.Feed is not { } feed) throw new BadLineException(reading.Error!);
        writer.WriteString("format", feed.Format);
        writer.WriteString("title", feed.Title);
        writer.WriteString("link", feed.Link);
        writer.WriteStartArray("items");
        foreach (var item in feed.Items)
        {
            writer.WriteStartObject();
            writer.WriteString("title", item.Title);
            writer.WriteString("link", item.Link);
            writer.WriteString("guid", item.Guid);
            writer.WriteString("publishedAt", Moment.Write(item.PublishedAt));
            writer.WriteString("summary", item.Summary);
            writer.WriteString("content", item.Content);
            writer.WriteString("author", item.Author);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        if (feed.Faults.Count == 0) return;
        writer.WriteStartArray("faults");
        foreach (var fault in feed.Faults) writer.WriteStringValue(fault);
        writer.WriteEndArray();
    }

    private static byte[] Bytes(JsonLine line)
    {
        try
        {
            return Convert.FromBase64String(line.Required("base64"));
        }
        catch (FormatException)
        {
            throw new BadLineException("The field \"base64\" is not base64.");
        }
    }
}
