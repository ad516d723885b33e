using System.Globalization;
using System.Text.Json;

namespace BorderWatch.Web.Exports;

/// <summary>A GeoJSON feature collection (RFC 7946): a point an incident, no geometry where it has no coordinates.</summary>
internal static class GeoJsonExport
{
    public static async Task WriteAsync(ExportSource source, IReadOnlyList<ExportColumn> columns, Spill output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("type", "FeatureCollection");
        json.WriteStartArray("features");
        await foreach (var row in source.Rows(cancellation))
        {
            json.WriteStartObject();
            json.WriteString("type", "Feature");
            json.WriteString("id", row.Id);
            if (row is { Latitude: { } latitude, Longitude: { } longitude })
            {
                json.WriteStartObject("geometry");
                json.WriteString("type", "Point");
                json.WriteStartArray("coordinates");
                json.WriteNumberValue(longitude);
                json.WriteNumberValue(latitude);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("geometry");
            }
            json.WriteStartObject("properties");
            foreach (var column in columns) Property(json, column.Name, column.Value(row, source));
            json.WriteEndObject();
            json.WriteEndObject();
            if (!output.IsFull) continue;
            await json.FlushAsync(cancellation);
            await output.SendAsync(cancellation);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        await output.SendAsync(cancellation);
    }

    private static void Property(Utf8JsonWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateOnly day: json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case DateTimeOffset moment: json.WriteStringValue(moment); break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }
}
