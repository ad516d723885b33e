using BorderWatch.Store.Incidents;
using BorderWatch.Web.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Rulings;

/// <summary>Ruled values in words.</summary>
public static class ValueWords
{
    /// <summary>"3", "near Shuroobod, Khatlon"; "nothing is known" for none.</summary>
    public static string Of(IReadOnlyList<ClaimValue> values) => values.Count == 0 ? Say.It("nothing is known") : string.Join(Say.It("; "), values.Select(ClaimWords.Of));
}
