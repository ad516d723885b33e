using System.Text.Json;

namespace BorderWatch.Cli.Lines;

/// <summary>One object of the input, and its fields by name.</summary>
public sealed class JsonLine(JsonElement element)
{
    /// <summary>Echoed into the output; null where the line has none.</summary>
    public string? Id => Optional("id");

    /// <summary>A field that must be there.</summary>
    /// <exception cref="BadLineException">It is missing, null or no string.</exception>
    public string Required(string field) => Optional(field) ?? throw new BadLineException($"The field \"{field}\" is missing.");

    /// <summary>A field that may be missing or null.</summary>
    /// <exception cref="BadLineException">It is there and no string, or holds half a surrogate pair.</exception>
    public string? Optional(string field)
    {
        if (!element.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new BadLineException($"The field \"{field}\" must be a string.");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException e)
        {
            throw new BadLineException($"The field \"{field}\" is not valid Unicode text: {e.Message}");
        }
    }
}
