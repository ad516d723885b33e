namespace BorderWatch.Extraction.Events;

/// <summary>What a trigger word names, before it is known who was hit: the final ACLED type may depend on that.</summary>
public enum TriggerFamily
{
    /// <summary>A suicide bombing.</summary>
    SuicideBomb,

    /// <summary>A bomb, mine or other device that goes off by itself or from afar.</summary>
    Bomb,

    /// <summary>A thrown or launched grenade.</summary>
    Grenade,

    /// <summary>A petrol bomb or other crude device, thrown by hand.</summary>
    Thrown,

    /// <summary>Artillery, mortars, rockets, missiles.</summary>
    Shelling,

    /// <summary>Aircraft and drones.</summary>
    AirStrike,

    /// <summary>A chemical weapon.</summary>
    Chemical,

    /// <summary>An exchange of fire, or a clash.</summary>
    Clash,

    /// <summary>An ambush.</summary>
    Ambush,

    /// <summary>Shooting by one side.</summary>
    Shooting,

    /// <summary>An attack whose means the word does not tell.</summary>
    Attack,

    /// <summary>Killing whose means the word does not tell.</summary>
    Killing,

    /// <summary>Beating, stabbing, beheading, torture.</summary>
    Assault,

    /// <summary>A body found.</summary>
    BodyFound,

    /// <summary>Hurt, by whatever means.</summary>
    Injury,

    /// <summary>Abduction or forced disappearance.</summary>
    Abduction,

    /// <summary>Sexual violence.</summary>
    Sexual,

    /// <summary>A demonstration.</summary>
    Protest,

    /// <summary>Protesters dispersed or arrested.</summary>
    Intervention,

    /// <summary>A violent demonstration or riot.</summary>
    Riot,

    /// <summary>A mob's or crowd's violence.</summary>
    Mob,

    /// <summary>Arson, looting, destruction.</summary>
    Destruction,

    /// <summary>An operation or raid of security forces.</summary>
    Operation,

    /// <summary>Arrest or capture.</summary>
    Arrest,

    /// <summary>Weapons found, a device defused, an attack foiled.</summary>
    Disruption,

    /// <summary>An agreement, a ceasefire.</summary>
    Agreement,

    /// <summary>Territory taken by a state.</summary>
    GovernmentGain,

    /// <summary>Territory taken from a state.</summary>
    RebelGain,

    /// <summary>Surrender, defection, a new group.</summary>
    GroupChange,

    /// <summary>Words that refer back to an incident without naming what it was.</summary>
    Reference,
}
