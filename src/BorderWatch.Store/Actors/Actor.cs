namespace BorderWatch.Store.Actors;

/// <summary>A group, force, agency or kind of people that takes part in incidents.</summary>
public sealed class Actor
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The name that we show.</summary>
    public required string Name { get; set; }

    /// <summary>Folded name, by which the same actor is found again; unique.</summary>
    public required string NameKey { get; set; }

    /// <summary>What kind of actor it is.</summary>
    public ActorKind Kind { get; set; }

    /// <summary>ISO 3166-1 alpha-2; null where it has none or several.</summary>
    public string? CountryCode { get; set; }

    /// <summary>
    /// What kinds of target its name says it is, where it is one. People of another country than the incident's are foreign nationals besides,
    /// by <see cref="CountryCode"/>.
    /// </summary>
    public List<TargetKind> TargetKinds { get; set; } = [];

    /// <summary>Other names.</summary>
    public List<ActorAlias> Aliases { get; } = [];
}

/// <summary>Another name of an actor.</summary>
public sealed class ActorAlias
{
    /// <summary>UUIDv7.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Whose name it is.</summary>
    public Guid ActorId { get; init; }

    /// <summary>As written.</summary>
    public required string Name { get; init; }

    /// <summary>Folded; unique.</summary>
    public required string NameKey { get; init; }
}

/// <summary>What an actor did in an incident, as its reports together tell.</summary>
public sealed class IncidentActor
{
    /// <summary>The incident.</summary>
    public Guid IncidentId { get; init; }

    /// <summary>The actor.</summary>
    public Guid ActorId { get; init; }

    /// <summary>The actor.</summary>
    public Actor Actor { get; init; } = null!;

    /// <summary>What they did; an actor can have several roles, each a row.</summary>
    public ActorRole Role { get; init; }

    /// <summary>The strongest that a report gives.</summary>
    public Attribution Attribution { get; set; }
}

/// <summary>What an actor did in an incident.</summary>
public enum ActorRole
{
    /// <summary>Carried it out, or is said to have.</summary>
    Perpetrator,

    /// <summary>Was attacked, hit, abducted or detained.</summary>
    Target,

    /// <summary>Came to help, to stop it, or to investigate.</summary>
    Responder,

    /// <summary>Took part in another way.</summary>
    Other,
}

/// <summary>How it is known that an actor had a role.</summary>
public enum Attribution
{
    /// <summary>The actor says so itself.</summary>
    Claimed,

    /// <summary>Stated as a fact.</summary>
    Confirmed,

    /// <summary>Blamed, accused, believed.</summary>
    Suspected,

    /// <summary>Nobody knows who it was.</summary>
    Unidentified,
}

/// <summary>What kind of actor it is.</summary>
public enum ActorKind
{
    /// <summary>A government's forces, police or officials.</summary>
    State,

    /// <summary>An organised group that fights a government.</summary>
    Rebel,

    /// <summary>A communal, political or pro-government militia.</summary>
    Militia,

    /// <summary>Bandits, smugglers, kidnappers for ransom.</summary>
    Criminal,

    /// <summary>Civilians, by nationality or occupation.</summary>
    Civilian,

    /// <summary>Foreign forces and international organisations.</summary>
    External,

    /// <summary>Not known.</summary>
    Unknown,
}
