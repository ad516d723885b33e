namespace BorderWatch.Extraction.Actors;

/// <summary>Somebody who took part in an incident.</summary>
/// <param name="Name">The canonical name where the lexicon knows the actor ("Islamic State Khorasan Province"), else the text's words.</param>
/// <param name="Role">What they did in it.</param>
/// <param name="Attribution">How the article knows.</param>
/// <param name="Kind">What kind of actor they are.</param>
/// <param name="CountryCode">The country that they belong to, ISO 3166-1 alpha-2; null where it is not known or there are several.</param>
public sealed record ExtractedActor(
    string Name, ActorRole Role, Attribution Attribution, ActorKind Kind, string? CountryCode = null);

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

/// <summary>How the article knows that an actor had a role.</summary>
public enum Attribution
{
    /// <summary>The actor says so itself.</summary>
    Claimed,

    /// <summary>Stated as a fact, or by an authority as one.</summary>
    Confirmed,

    /// <summary>Blamed, accused, believed.</summary>
    Suspected,

    /// <summary>Nobody knows who it was: "unidentified gunmen".</summary>
    Unidentified,
}

/// <summary>What kind of actor it is.</summary>
public enum ActorKind
{
    /// <summary>A government's forces, police or officials.</summary>
    State,

    /// <summary>An organised armed group that fights a government.</summary>
    Rebel,

    /// <summary>A militia: communal, political or pro-government.</summary>
    Militia,

    /// <summary>Criminals: bandits, smugglers, kidnappers for ransom.</summary>
    Criminal,

    /// <summary>Civilians, by nationality or occupation.</summary>
    Civilian,

    /// <summary>Foreign forces and international organisations.</summary>
    External,

    /// <summary>The text does not tell.</summary>
    Unknown,
}
