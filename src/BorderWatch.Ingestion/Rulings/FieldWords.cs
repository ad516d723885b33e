using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Rulings;

/// <summary>Fields as history and sentences name them.</summary>
public static class FieldWords
{
    /// <summary>"killed", "the date" …</summary>
    public static string Of(ClaimField field) => field switch
    {
        ClaimField.Kind => "the type",
        ClaimField.Occurred => "the date",
        ClaimField.Place => "the place",
        ClaimField.Actor => "the actors",
        ClaimField.Weapon => "the weapon",
        ClaimField.Title => "the title",
        _ => field.ToString().ToLowerInvariant(),
    };
}
