namespace BorderWatch.Extraction.Phrases;

/// <summary>What a noun says about the people it names; the classes of people.tsv.</summary>
internal enum PeopleClass
{
    /// <summary>Nothing: "people", "men", a bare number.</summary>
    Person,

    /// <summary>Relatives: "his son".</summary>
    Kin,

    /// <summary>Occupations and other civilians.</summary>
    Civilian,

    /// <summary>Members and followers of parties.</summary>
    Political,

    /// <summary>Holders of office.</summary>
    Official,

    /// <summary>Soldiers, police, guards.</summary>
    State,

    /// <summary>Armed people who fight a state or attack others.</summary>
    Attacker,

    /// <summary>Bandits, smugglers, suspects.</summary>
    Criminal,

    /// <summary>Protesters, rioters.</summary>
    Crowd,

    /// <summary>Many under one noun: "group", "family".</summary>
    Collective,
}
