using System.Text.Json;

namespace BorderWatch.Ingestion.Opinions;

/// <summary>One value as a model gave it, before anything is believed.</summary>
/// <param name="Incident">Which of its incidents, from 0.</param>
/// <param name="Field">As it named it.</param>
/// <param name="Value">As it wrote it; empty where it was no text and no number.</param>
/// <param name="Quote">As it wrote it; empty where it was no text.</param>
internal sealed record GivenValue(int Incident, string Field, string Value, string Quote);

/// <summary>Reads the JSON of an answer. What is not of the asked form is left out, piece by piece.</summary>
internal static class OpinionAnswer
{
    /// <summary>More incidents than any article reports; what follows is not looked at.</summary>
    private const int MostIncidents = 12;

    private const int MostValues = 200;

    private const int MostDepth = 16;

    /// <summary>The values, in the answer's order.</summary>
    /// <exception cref="OpinionFault">It is no JSON object with a list of incidents.</exception>
    public static IReadOnlyList<GivenValue> Read(string answer)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(Bare(answer), new JsonDocumentOptions { MaxDepth = MostDepth });
        }
        catch (JsonException fault)
        {
            throw new OpinionFault("The answer is no JSON.", OpinionFaultKind.Answer, fault);
        }
        using (json)
        {
            if (json.RootElement.ValueKind is not JsonValueKind.Object || !json.RootElement.TryGetProperty("incidents", out var incidents) || incidents.ValueKind is not JsonValueKind.Array)
                throw new OpinionFault("The answer is not of the form that was asked for.", OpinionFaultKind.Answer);
            return [.. incidents.EnumerateArray().Take(MostIncidents).SelectMany(Values).Take(MostValues)];
        }
    }

    private static IEnumerable<GivenValue> Values(JsonElement incident, int ordinal) =>
        incident.ValueKind is JsonValueKind.Object && incident.TryGetProperty("values", out var values) && values.ValueKind is JsonValueKind.Array
            ? values.EnumerateArray().Where(value => value.ValueKind is JsonValueKind.Object).Select(value => new GivenValue(ordinal, Text(value, "field"), Text(value, "value"), Text(value, "quote")))
            : [];

    private static string Text(JsonElement of, string name) => !of.TryGetProperty(name, out var part) ? "" : part.ValueKind switch
    {
        JsonValueKind.String => Words(part),
        JsonValueKind.Number => part.GetRawText(),
        _ => "",
    };

    // Half a surrogate pair is valid JSON and no text.
    private static string Words(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }

    // Some models put a fence round what they were asked to give bare.
    private static string Bare(string answer)
    {
        var trimmed = answer.AsSpan().Trim();
        if (!trimmed.StartsWith("```")) return trimmed.ToString();
        var line = trimmed.IndexOf('\n');
        return line < 0 ? "" : trimmed[(line + 1)..].TrimEnd('`').Trim().ToString();
    }
}
