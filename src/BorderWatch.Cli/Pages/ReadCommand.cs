using System.CommandLine;
using System.Text.Json;
using BorderWatch.Cli.Lines;
using BorderWatch.Ingestion.Reading;

namespace BorderWatch.Cli.Pages;

/// <summary><c>borderwatch read</c>: the article of a page, without the page's furniture.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var command = new Command("read", "Reads articles out of web pages. Reads JSON lines with id, url and html, writes JSON lines with title, text and what the page says of its publication.");
        command.SetAction((_, cancellation) => JsonLinesFilter.RunAsync(Write, cancellation));
        return command;
    }

    private static void Write(JsonLine line, Utf8JsonWriter writer)
    {
        var page = PageReader.Read(line.Required("html"), line.Optional("url"));
        writer.WriteString("title", page.Title);
        writer.WriteString("text", page.Text);
        writer.WriteString("publishedAt", Moment.Write(page.PublishedAt));
        writer.WriteString("author", page.Author);
        writer.WriteString("siteName", page.SiteName);
        writer.WriteString("language", page.Language);
        writer.WriteString("canonicalUrl", page.CanonicalUrl);
    }
}
