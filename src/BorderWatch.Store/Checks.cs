using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store;

/// <summary>Check constraints that several tables share.</summary>
internal static class Checks
{
    /// <summary>A country is two capital letters.</summary>
    public static void HasCountryCheck<T>(this TableBuilder<T> table, string name) where T : class =>
        table.HasCheckConstraint(name, "country_code ~ '^[A-Z]{2}$'");

    /// <summary>Low, best and high are numbers of people, in that order where they are known.</summary>
    public static void HasCasualtyCheck<T>(this TableBuilder<T> table, string name, string of) where T : class =>
        table.HasCheckConstraint(name, $"{of}_low >= 0 AND {of}_best >= 0 AND {of}_high >= 0 AND {of}_low <= {of}_best AND {of}_best <= {of}_high AND {of}_low <= {of}_high");
}
