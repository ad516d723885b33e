namespace BorderWatch.Extraction.Actors;

/// <summary>What sort of words name an actor.</summary>
public enum ActorSort
{
    /// <summary>An armed group, party or movement by its name: "Tehreek-i-Taliban", "FMLN".</summary>
    NamedGroup,

    /// <summary>A state's army, police or agency, by name or with its country: "Frontier Corps", "Afghan police".</summary>
    Force,

    /// <summary>Armed people by their kind: "unidentified gunmen", "Maoist rebels", "bandits", "a mob".</summary>
    Generic,

    /// <summary>People who do not fight, by nationality, occupation or number: "Chinese workers", "a journalist".</summary>
    Civilians,

    /// <summary>An organisation, company, building or thing that can be attacked: "police check post", "church".</summary>
    Institution,

    /// <summary>A person by name.</summary>
    Person,
}
