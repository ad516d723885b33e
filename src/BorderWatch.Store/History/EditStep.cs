using System.Text.Json;
using System.Text.Json.Serialization;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.History;

/// <summary>A change that knows its own opposite. Each says what it found and what it leaves, so that it is refused where somebody has been there since.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Ruled), "ruled")]
[JsonDerivedType(typeof(Reviewed), "reviewed")]
[JsonDerivedType(typeof(Tagged), "tagged")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Merged), "merged")]
[JsonDerivedType(typeof(Arranged), "arranged")]
[JsonDerivedType(typeof(Parted), "parted")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(TagMerged), "tag-merged")]
public abstract record EditStep
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private EditStep() { }

    /// <summary>The step that takes this one back.</summary>
    public abstract EditStep Opposite();

    /// <summary>The JSON for <see cref="Edit.Steps"/>.</summary>
    public static string ToJson(IReadOnlyList<EditStep> steps) => JsonSerializer.Serialize(steps, s_json);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is no list of steps.</exception>
    public static IReadOnlyList<EditStep> Parse(string json) => JsonSerializer.Deserialize<List<EditStep>>(json, s_json) ?? throw new JsonException("Steps are the JSON word null.");

    /// <summary>One ruling takes another's place; null is none.</summary>
    public sealed record Ruled(Guid IncidentId, ClaimField Field, Guid? From, Guid? To) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => this with { From = To, To = From };
    }

    /// <summary>Confirmed, rejected for a reason, or reopened.</summary>
    public sealed record Reviewed(Guid IncidentId, IncidentStatus From, RejectionReason? FromReason, IncidentStatus To, RejectionReason? ToReason) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => new Reviewed(IncidentId, To, ToReason, From, FromReason);
    }

    /// <summary>A tag put on or taken off.</summary>
    public sealed record Tagged(Guid IncidentId, Guid TagId, bool IsAdded) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => this with { IsAdded = !IsAdded };
    }

    /// <summary>A report put to another incident; whether an editor had put it where it was, and has now.</summary>
    public sealed record Moved(Guid ReportId, Guid From, Guid To, bool WasPlaced, bool IsPlaced) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => new Moved(ReportId, To, From, IsPlaced, WasPlaced);
    }

    /// <summary>An incident becomes a part of another, or one of its own again (null).</summary>
    public sealed record Merged(Guid IncidentId, Guid? From, Guid? To) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => new Merged(IncidentId, To, From);
    }

    /// <summary>An editor has said which reports an incident has, or has not.</summary>
    public sealed record Arranged(Guid IncidentId, bool From, bool To) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => new Arranged(IncidentId, To, From);
    }

    /// <summary>Given to an account to look at; null is nobody.</summary>
    public sealed record Assigned(Guid IncidentId, Guid? From, Guid? To) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => new Assigned(IncidentId, To, From);
    }

    /// <summary>A tag gives its place to another, or has its own again (null).</summary>
    public sealed record TagMerged(Guid TagId, Guid? From, Guid? To) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => new TagMerged(TagId, To, From);
    }

    /// <summary>Two incidents that look alike are said to be two, or no longer.</summary>
    public sealed record Parted(Guid FirstId, Guid SecondId, bool IsParted) : EditStep
    {
        /// <inheritdoc/>
        public override EditStep Opposite() => this with { IsParted = !IsParted };
    }
}
