namespace BorderWatch.Store.Incidents;

/// <summary>ACLED's event types and the sub-event types of each (ACLED Codebook, 2023 edition and later).</summary>
public static class EventTypology
{
    private static readonly (string Type, string[] SubTypes)[] s_types =
    [
        ("Battles", ["Armed clash", "Government regains territory", "Non-state actor overtakes territory"]),
        ("Explosions/Remote violence", ["Air/drone strike", "Chemical weapon", "Grenade", "Remote explosive/landmine/IED", "Shelling/artillery/missile attack", "Suicide bomb"]),
        ("Violence against civilians", ["Abduction/forced disappearance", "Attack", "Sexual violence"]),
        ("Protests", ["Excessive force against protesters", "Peaceful protest", "Protest with intervention"]),
        ("Riots", ["Mob violence", "Violent demonstration"]),
        ("Strategic developments",
        [
            "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
            "Looting/property destruction", "Non-violent transfer of territory", "Other",
        ]),
    ];

    /// <summary>The six event types, in the codebook's order.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. s_types.Select(type => type.Type)];

    /// <summary>The sub-event types of an event type; none for one that is not ACLED's.</summary>
    public static IReadOnlyList<string> SubTypesOf(string eventType) => s_types.FirstOrDefault(type => type.Type == eventType).SubTypes ?? [];

    /// <summary>The event type that a sub-event type belongs to; null for one that is not ACLED's.</summary>
    public static string? TypeOf(string subEventType) => s_types.FirstOrDefault(type => type.SubTypes.Contains(subEventType)).Type;
}
