using System.Text.Json;
using BorderWatch.Extraction;
using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Cli.Extraction;

/// <summary>Prints what one article says, in the shape that the command line promises.</summary>
internal static class IncidentJson
{
    public static void Write(Utf8JsonWriter json, ExtractionResult result)
    {
        json.WriteString("language", result.Language);
        json.WriteStartArray("incidents");
        foreach (var incident in result.Incidents) Write(json, incident);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ExtractedIncident incident)
    {
        json.WriteStartObject();
        json.WriteString("eventType", incident.Kind.Type);
        json.WriteString("subEventType", incident.Kind.SubType);
        json.WriteString("occurredFrom", incident.Occurred.From?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("occurredTo", incident.Occurred.To?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteString("timePrecision", Lower(incident.Occurred.Precision));
        json.WritePropertyName("place");
        if (incident.Place is { } place) Write(json, place);
        else json.WriteNullValue();
        json.WriteStartArray("actors");
        foreach (var actor in incident.Actors) Write(json, actor);
        json.WriteEndArray();
        Write(json, "killed", incident.Killed);
        Write(json, "injured", incident.Injured);
        Write(json, "abducted", incident.Abducted);
        json.WriteString("weapon", incident.Weapon);
        json.WriteString("title", incident.Title);
        json.WriteNumber("confidence", incident.Confidence);
        json.WriteStartArray("evidence");
        foreach (var evidence in incident.Evidence) Write(json, evidence);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExtractedPlace place)
    {
        json.WriteStartObject();
        json.WriteString("name", place.Name);
        json.WriteString("admin1", place.Admin1);
        json.WriteString("country", place.Country);
        Write(json, "latitude", place.Latitude);
        Write(json, "longitude", place.Longitude);
        json.WriteString("precision", Lower(place.Precision));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExtractedActor actor)
    {
        json.WriteStartObject();
        json.WriteString("name", actor.Name);
        json.WriteString("role", Lower(actor.Role));
        json.WriteString("attribution", Lower(actor.Attribution));
        json.WriteString("kind", Lower(actor.Kind));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, CasualtyRange? range)
    {
        if (range is not { } known)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        Write(json, "low", known.Low);
        Write(json, "best", known.Best);
        Write(json, "high", known.High);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.WriteString("field", evidence.Field);
        json.WriteString("quote", evidence.Quote);
        json.WriteNumber("start", evidence.Start);
        json.WriteNumber("end", evidence.End);
        if (evidence.InTitle) json.WriteString("in", "title");
        if (evidence.Value is not null) json.WriteString("value", evidence.Value);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known) json.WriteNumber(name, known);
        else json.WriteNull(name);
    }

    private static string Lower<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();
}
