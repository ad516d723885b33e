using System.Text.Json;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Rulings;

/// <summary>Values as a ruling keeps them: a JSON array of <see cref="ClaimValue"/>s, one for most fields, several for actors, none for "nothing is known".</summary>
public static class RuledValues
{
    /// <summary>The JSON.</summary>
    public static string ToJson(IEnumerable<ClaimValue> values) => $"[{string.Join(',', values.Select(value => value.ToJson()))}]";

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no array of claim values.</exception>
    public static IReadOnlyList<ClaimValue> Parse(string json)
    {
        using var array = JsonDocument.Parse(json);
        if (array.RootElement.ValueKind is not JsonValueKind.Array) throw new JsonException("A ruling's values are no array.");
        return [.. array.RootElement.EnumerateArray().Select(value => ClaimValue.Parse(value.GetRawText()))];
    }
}
