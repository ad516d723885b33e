using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BorderWatch.Cli.Lines;

/// <summary>Reads one JSON object a line and writes one a line, in the same order. A line that cannot be used becomes a line with "error".</summary>
public static class JsonLinesFilter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs a filter from standard input to standard output. Returns the exit status: 1 where any line was bad.</summary>
    public static async Task<int> RunAsync(Action<JsonLine, Utf8JsonWriter> convert, CancellationToken cancellation)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
        return await RunAsync(Console.OpenStandardInput(), output, Console.Error, convert, cancellation);
    }

    /// <summary>The same between any streams; <paramref name="convert"/> writes the fields of one object, without its braces and its id.</summary>
    public static async Task<int> RunAsync(Stream input, Stream output, TextWriter log, Action<JsonLine, Utf8JsonWriter> convert, CancellationToken cancellation)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, 1 << 16);
        using var buffer = new MemoryStream();
        var status = 0;
        while (await reader.ReadLineAsync(cancellation) is { } text)
        {
            if (string.IsNullOrWhiteSpace(text)) continue;
            if (!Convert(text, buffer, log, convert)) status = 1;
            buffer.WriteByte((byte)'\n');
            await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation);
        }
        await output.FlushAsync(cancellation);
        return status;
    }

    private static bool Convert(string text, MemoryStream buffer, TextWriter log, Action<JsonLine, Utf8JsonWriter> convert)
    {
        string? id = null;
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new BadLineException("The line is not a JSON object.");
            var line = new JsonLine(json.RootElement);
            id = line.Id;
            Write(buffer, id, writer => convert(line, writer));
            return true;
        }
        catch (JsonException e)
        {
            Write(buffer, id, writer => writer.WriteString("error", $"The line is not valid JSON: {e.Message}"));
        }
        catch (BadLineException e)
        {
            Write(buffer, id, writer => writer.WriteString("error", e.Message));
        }
        // A fault of ours in one line must not cost the others; the whole story goes to standard error.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.WriteLine(e);
            Write(buffer, id, writer => writer.WriteString("error", $"This line could not be processed: {e.Message}"));
        }
        return false;
    }

    private static void Write(MemoryStream buffer, string? id, Action<Utf8JsonWriter> fields)
    {
        buffer.SetLength(0);
        using var writer = new Utf8JsonWriter(buffer, Plain);
        writer.WriteStartObject();
        writer.WriteString("id", id);
        fields(writer);
        writer.WriteEndObject();
    }
}
