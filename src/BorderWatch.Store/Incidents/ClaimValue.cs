using System.Text.Json;
using System.Text.Json.Serialization;
using BorderWatch.Store.Actors;

namespace BorderWatch.Store.Incidents;

/// <summary>The typed form of <see cref="Claim.Value"/>; one subtype a field. JSON carries the discriminator <c>is</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Kind), "kind")]
[JsonDerivedType(typeof(Occurred), "occurred")]
[JsonDerivedType(typeof(Place), "place")]
[JsonDerivedType(typeof(Actor), "actor")]
[JsonDerivedType(typeof(Casualties), "casualties")]
[JsonDerivedType(typeof(Text), "text")]
public abstract record ClaimValue
{
    // jsonb orders keys by its own rule, so the discriminator need not come first.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private ClaimValue() { }

    /// <summary>The JSON for <see cref="Claim.Value"/>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote, whatever order PostgreSQL gave its keys.</summary>
    /// <exception cref="JsonException">It is no claim value.</exception>
    public static ClaimValue Parse(string json) =>
        JsonSerializer.Deserialize<ClaimValue>(json, Json) ?? throw new JsonException("A claim's value is the JSON word null.");

    /// <summary>What happened, in ACLED's terms.</summary>
    public sealed record Kind(string EventType, string SubEventType) : ClaimValue;

    /// <summary>When: both days inclusive, null where nothing is known.</summary>
    public sealed record Occurred(DateOnly? From, DateOnly? To, TimePrecision Precision) : ClaimValue;

    /// <summary>Where: WGS 84 degrees, ISO country code.</summary>
    public sealed record Place(
        string Name, string? Admin2, string? Admin1, string? CountryCode, double? Latitude, double? Longitude,
        PlacePrecision Precision, long? GeonameId) : ClaimValue;

    /// <summary>Who, and what they did.</summary>
    public sealed record Actor(
        string Name, ActorRole Role, Attribution Attribution, ActorKind ActorKind, string? CountryCode) : ClaimValue;

    /// <summary>How many people; the field says whether killed, injured or abducted.</summary>
    public sealed record Casualties(int? Low, int? Best, int? High) : ClaimValue;

    /// <summary>A plain word: the weapon, or who reacted.</summary>
    public sealed record Text(string? Words) : ClaimValue;
}
