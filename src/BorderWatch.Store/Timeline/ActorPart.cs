using BorderWatch.Store.Actors;

namespace BorderWatch.Store.Timeline;

/// <summary>Somebody who must have taken part.</summary>
/// <param name="ActorId">The actor.</param>
/// <param name="Role">What they must have done; null for anything.</param>
public readonly record struct ActorPart(Guid ActorId, ActorRole? Role = null)
{
    /// <summary>Reads what <see cref="ToString"/> writes; null where it is nothing of the kind.</summary>
    public static ActorPart? Parse(string text) => text.Split('.') switch
    {
        [var id] when Guid.TryParse(id, out var actor) => new(actor),
        [var id, var role] when Guid.TryParse(id, out var actor) && RoleOf(role) is { } known => new(actor, known),
        _ => null,
    };

    /// <summary>The id, and the role behind a full stop.</summary>
    public override string ToString() => Role is { } role ? $"{ActorId}.{role.ToString().ToLowerInvariant()}" : ActorId.ToString();

    // Enum.TryParse takes numbers too, which are nobody's role.
    private static ActorRole? RoleOf(string word) =>
        char.IsLetter(word.FirstOrDefault()) && Enum.TryParse<ActorRole>(word, ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : null;
}
