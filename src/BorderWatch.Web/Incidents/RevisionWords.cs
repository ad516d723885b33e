using System.Text.Json;

namespace BorderWatch.Web.Incidents;

/// <summary>What a revision changed, in lines.</summary>
public static class RevisionWords
{
    /// <summary>"killed: 3 → 5" for every field of the JSON object; empty where it holds none.</summary>
    public static IReadOnlyList<string> Changes(string json)
    {
        using var changes = JsonDocument.Parse(json);
        if (changes.RootElement.ValueKind is not JsonValueKind.Object) return [];
        return [.. changes.RootElement.EnumerateObject().Select(field => $"{field.Name}: {Side(field.Value, "from")} → {Side(field.Value, "to")}")];
    }

    private static string Side(JsonElement change, string name) =>
        change.ValueKind is JsonValueKind.Object && change.TryGetProperty(name, out var side) ? Words(side) : "?";

    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "nothing",
        JsonValueKind.String => value.GetString() ?? "nothing",
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Where(part => part.Value.ValueKind is not JsonValueKind.Null).Select(part => $"{part.Name} {Words(part.Value)}")),
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Words)),
        _ => value.GetRawText(),
    };
}
