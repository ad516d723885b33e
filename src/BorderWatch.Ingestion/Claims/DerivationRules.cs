namespace BorderWatch.Ingestion.Claims;

/// <summary>A rule by which an incident's value follows from what its reports claim.</summary>
/// <param name="Field">The field's name, as the incident page shows it.</param>
/// <param name="RuleName">The rule's name.</param>
/// <param name="Says">The rule in a sentence.</param>
public sealed record DerivationRule(string Field, string RuleName, string Says);

/// <summary>The rules of derivation, for pages that name them. <see cref="Derivation"/> carries them out.</summary>
public static class DerivationRules
{
    /// <summary>What happened.</summary>
    public static DerivationRule Kind { get; } = new("Type", "most reported", "The type that most reports give; between equals, the one whose reports are surer.");

    /// <summary>When.</summary>
    public static DerivationRule Occurred { get; } = new("Date", "most precise, most reported", "The most precise date that a report gives; of several equally precise ones the one that most reports give, then the earliest reported.");

    /// <summary>Where.</summary>
    public static DerivationRule Place { get; } = new("Place", "most precise, supported", "The most precise place that at least half of the reports agree with: the same place, or an area that holds it.");

    /// <summary>How many.</summary>
    public static DerivationRule Casualties { get; } = new("Casualties", "newest figure, widest range", "The newest report's figure, of each outlet its last; an outlet's figure of less than half of its earlier one is taken to speak of some of the victims. The range spans what the outlets give.");

    /// <summary>Who.</summary>
    public static DerivationRule Actors { get; } = new("Actors", "all, strongest attribution", "Everybody whom a report names in a role; claimed before confirmed before suspected.");

    /// <summary>With what.</summary>
    public static DerivationRule Weapon { get; } = new("Weapon", "most reported", "The means that most reports name; between equals, the surer report's.");

    /// <summary>The line in the timeline.</summary>
    public static DerivationRule Title { get; } = new("Title", "surest report", "The line of the report that the extractor is surest of; between equals, the newest.");

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<DerivationRule> All { get; } = [Kind, Occurred, Place, Casualties, Actors, Weapon, Title];
}
