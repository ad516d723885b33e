namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// How sure it is that an incident happened and is rightly typed: a logistic scale over what supports it. The weights are
/// set by hand and described in docs/extraction.md.
/// </summary>
internal static class ConfidenceScale
{
    public static double Of(IncidentDraft draft, bool hasPlace, bool hasDay, bool hasActors, CountedCasualties? killed)
    {
        var z = -1.2 + 1.8 * Math.Min(1, draft.Lead.Main.Entry.Weight);
        if (draft.Lead.Asserted) z += 0.5;
        if (hasPlace) z += 0.4;
        if (hasDay) z += 0.3;
        if (hasActors) z += 0.3;
        if (killed is { Range: { } range } && (range.Low ?? range.Best ?? 0) > 0) z += 0.4;
        if (draft.Mentions.Count > 1) z += 0.2;
        if (draft.Mentions.Exists(m => m.Sentence.InTitle)) z += 0.3;
        if (draft.Background) z -= 1;
        return Math.Round(1 / (1 + Math.Exp(-z)), 2);
    }
}
