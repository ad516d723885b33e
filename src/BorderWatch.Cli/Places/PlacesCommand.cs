using System.CommandLine;
using System.Text.Json;
using BorderWatch.Cli.Lines;
using BorderWatch.Extraction;
using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Cli.Places;

/// <summary><c>borderwatch places</c>: every toponym of a text, with the place that it most likely means.</summary>
internal static class PlacesCommand
{
    public static Command Create()
    {
        var command = new Command("places", "Finds the places that texts mention. Reads JSON lines with id and text, writes JSON lines with id and places.");
        command.SetAction((_, cancellation) =>
        {
            var finder = new ToponymFinder(Gazetteer.Shared);
            return JsonLinesFilter.RunAsync((line, writer) => Write(finder, line, writer), cancellation);
        });
        return command;
    }

    private static void Write(ToponymFinder finder, JsonLine line, Utf8JsonWriter writer)
    {
        var article = new ArticleText(line.Required("text"), CountryHint: line.Optional("countryHint"));
        writer.WriteStartArray("places");
        foreach (var toponym in finder.Find(WholeText.Read(article)).Body) Write(toponym, writer);
        writer.WriteEndArray();
    }

    private static void Write(Toponym toponym, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("name", toponym.Name);
        writer.WriteNumber("start", toponym.Start);
        writer.WriteNumber("end", toponym.End);
        writer.WriteString("country", toponym.Place.Country);
        writer.WriteString("admin1", toponym.Place.Admin1);
        Number(writer, "latitude", toponym.Place.Latitude);
        Number(writer, "longitude", toponym.Place.Longitude);
        if (toponym.Place.GeonameId is { } id) writer.WriteNumber("geonameId", id);
        else writer.WriteNull("geonameId");
        writer.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number) writer.WriteNumber(name, number);
        else writer.WriteNull(name);
    }
}
