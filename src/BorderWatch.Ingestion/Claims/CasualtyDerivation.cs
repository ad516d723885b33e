using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Claims;

/// <summary>Carries out <see cref="DerivationRules.Casualties"/>.</summary>
internal static class CasualtyDerivation
{
    /// <summary>The number of people that the reports give together; adds to the conflicts where a later figure is lower than another outlet's earlier one.</summary>
    /// <param name="reports">Oldest first.</param>
    /// <param name="field">Killed, injured or abducted.</param>
    /// <param name="conflicts">Gets the field's name where reports contradict each other.</param>
    public static CasualtyCount Derive(IReadOnlyList<StandingReport> reports, ClaimField field, List<string> conflicts)
    {
        // An outlet's later report takes the place of its earlier one: a toll that it corrects is no conflict with itself.
        var said = reports.Select(r => (r.SourceId, r.At, Value: r.Values<ClaimValue.Casualties>(field).FirstOrDefault())).Where(s => s.Value is not null)
            .GroupBy(s => s.SourceId).Select(g => g.Last(s => !IsPart(s.Value!, g.Where(e => e.At < s.At).Select(e => e.Value!)))).OrderBy(s => s.At).Select(s => s.Value!).ToList();
        if (said.Count == 0) return CasualtyCount.Unsaid;
        if (Conflict(said)) conflicts.Add(field.ToString().ToLowerInvariant());
        var newest = said[^1];
        var low = said.Min(s => s.Low ?? s.Best);
        var high = said.Max(s => s.High ?? s.Best);
        var best = newest.Best ?? said.LastOrDefault(s => s.Best is not null)?.Best;
        // "At least 14" after "11": eleven is overtaken, and nobody has committed to another figure.
        if (newest.Best is null && best < newest.Low) best = null;
        if (newest.Best is null && newest.Low is { } least && (best is null || high < least)) high = newest.High;
        return new CasualtyCount(Smallest(low, best), best, Largest(high, best, low));
    }

    // "A woman hurt in the blast has died": an outlet that has counted twelve and now speaks of one takes nothing back.
    private static bool IsPart(ClaimValue.Casualties now, IEnumerable<ClaimValue.Casualties> before) =>
        now is { Best: { } some } && before.Any(b => b.Best > 2 * some);

    // Tolls rise while an event is reported; a toll that falls from one outlet to the next, or a bound that is broken, is a contradiction.
    private static bool Conflict(List<ClaimValue.Casualties> said)
    {
        for (var i = 1; i < said.Count; i++)
        {
            if (said[i].Best is { } now && said[..i].Any(before => (before.Best ?? before.Low) > now)) return true;
        }
        return false;
    }

    private static int? Smallest(int? low, int? best) => low is null ? best : best is null ? low : Math.Min(low.Value, best.Value);

    private static int? Largest(int? high, int? best, int? low)
    {
        if (high is null) return null;
        var most = Math.Max(high.Value, best ?? 0);
        return most < low ? null : most;
    }
}
