using BorderWatch.Store.Incidents;

namespace BorderWatch.Web.Quotes;

/// <summary>A field as pages show it: its name for readers, and the end of its colour's name in the style sheet.</summary>
/// <param name="Name">"Where".</param>
/// <param name="Slug"><c>--bw-field-</c> + slug.</param>
public sealed record QuotedField(string Name, string Slug)
{
    private static readonly Dictionary<ClaimField, QuotedField> s_fields = new()
    {
        [ClaimField.Kind] = new("What", "kind"),
        [ClaimField.Occurred] = new("When", "occurred"),
        [ClaimField.Place] = new("Where", "place"),
        [ClaimField.Actor] = new("Who", "actor"),
        [ClaimField.Killed] = new("Killed", "killed"),
        [ClaimField.Injured] = new("Injured", "injured"),
        [ClaimField.Abducted] = new("Abducted", "abducted"),
        [ClaimField.Weapon] = new("Weapon", "weapon"),
        [ClaimField.Reaction] = new("Reaction", "reaction"),
        [ClaimField.Title] = new("Title", "kind"),
    };

    // The extractor names fields as the command line prints them.
    private static readonly Dictionary<string, ClaimField> s_extracted = new(StringComparer.OrdinalIgnoreCase)
    {
        ["eventType"] = ClaimField.Kind,
        ["subEventType"] = ClaimField.Kind,
        ["date"] = ClaimField.Occurred,
        ["occurred"] = ClaimField.Occurred,
        ["place"] = ClaimField.Place,
        ["actor"] = ClaimField.Actor,
        ["actors"] = ClaimField.Actor,
        ["killed"] = ClaimField.Killed,
        ["injured"] = ClaimField.Injured,
        ["abducted"] = ClaimField.Abducted,
        ["weapon"] = ClaimField.Weapon,
        ["reaction"] = ClaimField.Reaction,
    };

    /// <summary>The field of a claim.</summary>
    public static QuotedField Of(ClaimField field) => s_fields[field];

    /// <summary>The field of a piece of evidence; a field that is new to this page shows under its own name.</summary>
    public static QuotedField Of(string extracted) =>
        s_extracted.TryGetValue(extracted, out var field) ? s_fields[field] : new(extracted, "kind");
}
