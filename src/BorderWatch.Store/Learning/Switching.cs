using System.Text.Encodings.Web;
using System.Text.Json;
using BorderWatch.Store.History;

namespace BorderWatch.Store.Learning;

/// <summary>Switches a learnt thing and says so in the history.</summary>
public static class Switching
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Switches it.</summary>
    /// <returns>The revision that goes with it into the transaction.</returns>
    public static Revision Turn(LearntThing thing, bool on, string by, DateTimeOffset at, string? reason)
    {
        (thing.IsOn, thing.SwitchedBy, thing.SwitchedAt) = (on, by, at);
        return new Revision
        {
            SubjectType = "learning",
            SubjectId = thing.Id,
            At = at,
            By = by,
            Action = on ? "switched on" : "switched off",
            Reason = reason,
            Changes = JsonSerializer.Serialize(
                new { isOn = new { from = !on, to = on }, what = new { from = (string?)null, to = $"{thing.Kind} {thing.Subject}".TrimEnd() }, says = new { from = (string?)null, to = thing.Value } }, s_json),
        };
    }
}
