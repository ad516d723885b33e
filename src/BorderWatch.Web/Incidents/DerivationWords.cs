using BorderWatch.Ingestion.Claims;
using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Incidents;

/// <summary>The rule that makes an incident's value of its claims, in words.</summary>
public static class DerivationWords
{
    /// <summary>Null where the field is made by no rule.</summary>
    public static string? Of(ClaimField field) => Rule(field) is { } rule ? Say.It("{0}. {1}", Say.Answer(rule.RuleName), Say.Answer(rule.Says)) : null;

    private static DerivationRule? Rule(ClaimField field) => field switch
    {
        ClaimField.Kind => DerivationRules.Kind,
        ClaimField.Occurred => DerivationRules.Occurred,
        ClaimField.Place => DerivationRules.Place,
        ClaimField.Actor => DerivationRules.Actors,
        ClaimField.Killed or ClaimField.Injured or ClaimField.Abducted => DerivationRules.Casualties,
        ClaimField.Weapon => DerivationRules.Weapon,
        ClaimField.Title => DerivationRules.Title,
        _ => null,
    };
}
