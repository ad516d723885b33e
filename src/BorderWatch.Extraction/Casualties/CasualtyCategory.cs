namespace BorderWatch.Extraction.Casualties;

/// <summary>What became of the people counted.</summary>
public enum CasualtyCategory
{
    /// <summary>Killed, found dead, died of wounds.</summary>
    Killed,

    /// <summary>Wounded, hurt, hospitalised.</summary>
    Injured,

    /// <summary>Kidnapped, taken hostage, taken away by force.</summary>
    Abducted,

    /// <summary>Arrested, detained, captured by forces of a state.</summary>
    Arrested,
}
