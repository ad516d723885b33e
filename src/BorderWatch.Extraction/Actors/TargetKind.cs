namespace BorderWatch.Extraction.Actors;

/// <summary>A kind of people, places or works whose being hit means something of its own. One target can be of several.</summary>
public enum TargetKind
{
    /// <summary>People who are not of the country.</summary>
    ForeignNationals,

    /// <summary>Those who bring aid, and what they bring it with.</summary>
    AidWorkers,

    /// <summary>Mines, and who works there.</summary>
    Mining,

    /// <summary>Works that supply or connect: energy, water, rail, bridges, airports, telephones; and who builds or runs them.</summary>
    Infrastructure,

    /// <summary>Hospitals, ambulances, and who works there.</summary>
    Health,

    /// <summary>Schools and universities, teachers, pupils and students.</summary>
    Education,

    /// <summary>Journalists, and where they work.</summary>
    Media,

    /// <summary>Houses of worship, clergy, worshippers and pilgrims.</summary>
    Religion,
}
