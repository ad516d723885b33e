using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Rulings;

/// <summary>One actor while an editor corrects who took part.</summary>
public sealed class ActorDraft
{
    /// <summary>As typed.</summary>
    public string Name { get; set; } = "";

    /// <summary>What they did.</summary>
    public ActorRole Role { get; set; }

    /// <summary>How it is known.</summary>
    public Attribution Attribution { get; set; } = Attribution.Confirmed;

    /// <summary>Kept from what was there.</summary>
    public ActorKind Kind { get; init; } = ActorKind.Unknown;

    /// <summary>Kept from what was there; null where it is not known.</summary>
    public string? CountryCode { get; init; }

    /// <summary>A draft of a value.</summary>
    public static ActorDraft Of(ClaimValue.Actor actor) =>
        new() { Name = actor.Name, Role = actor.Role, Attribution = actor.Attribution, Kind = actor.ActorKind, CountryCode = actor.CountryCode };

    /// <summary>The value.</summary>
    public ClaimValue.Actor Value => new(Name.Trim(), Role, Attribution, Kind, CountryCode);
}
