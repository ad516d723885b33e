using BorderWatch.Store.Incidents;
using BorderWatch.Web.Incidents;

namespace BorderWatch.Web.Rulings;

/// <summary>Ruled values in words.</summary>
public static class ValueWords
{
    /// <summary>"3", "near Shuroobod, Khatlon"; "nothing is known" for none.</summary>
    public static string Of(IReadOnlyList<ClaimValue> values) => values.Count == 0 ? "nothing is known" : string.Join("; ", values.Select(ClaimWords.Of));
}
