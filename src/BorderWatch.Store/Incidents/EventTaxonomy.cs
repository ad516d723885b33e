namespace BorderWatch.Store.Incidents;

/// <summary>ACLED's event types and sub-event types, spelt as in its codebook (2023 onward). Source: ACLED Codebook, Armed Conflict Location &amp; Event Data, 2023.</summary>
public static class EventTaxonomy
{
    /// <summary>Each type with its sub-types, in the codebook's order.</summary>
    public static IReadOnlyList<(string Type, IReadOnlyList<string> SubTypes)> Types { get; } =
    [
        ("Battles", ["Government regains territory", "Non-state actor overtakes territory", "Armed clash"]),
        ("Explosions/Remote violence", ["Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade"]),
        ("Violence against civilians", ["Sexual violence", "Attack", "Abduction/forced disappearance"]),
        ("Protests", ["Excessive force against protesters", "Protest with intervention", "Peaceful protest"]),
        ("Riots", ["Violent demonstration", "Mob violence"]),
        ("Strategic developments",
            ["Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other"]),
    ];

    /// <summary>True for a sub-type that the codebook has under the type.</summary>
    public static bool Has(string type, string subType) => Types.Any(known => known.Type == type && known.SubTypes.Contains(subType));
}
