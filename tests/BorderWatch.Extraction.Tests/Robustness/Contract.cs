namespace BorderWatch.Extraction.Tests.Robustness;

/// <summary>What must hold of every result, whatever the article was.</summary>
internal static class Contract
{
    /// <summary>The first breach; null where the result keeps the contract.</summary>
    public static string? Breach(ArticleText article, ExtractionResult result) =>
        result.Incidents.Select(incident => Breach(article, incident)).FirstOrDefault(breach => breach is not null)
        ?? result.Reactions.Select(r => Breach(article, r.Quote)).FirstOrDefault(breach => breach is not null);

    private static string? Breach(ArticleText article, ExtractedIncident incident)
    {
        foreach (var evidence in incident.Evidence)
            if (Breach(article, evidence) is { } breach) return breach;
        foreach (var field in Filled(incident))
            if (!incident.Evidence.Any(e => e.Field == field)) return $"{field} has a value and no evidence";
        foreach (var actor in incident.Actors)
            if (!incident.Evidence.Any(e => e.Field == "actors" && e.Value == actor.Name)) return $"the actor “{actor.Name}” has no evidence";
        foreach (var range in new[] { incident.Killed, incident.Injured, incident.Abducted })
            if (range is { } r && (r.Low > r.Best || r.Best > r.High || r.Low > r.High || r.Low < 0)) return $"the range {r} is not in order";
        if (incident.Occurred.From > incident.Occurred.To) return "it ends before it begins";
        if (incident.Confidence is < 0 or > 1 or double.NaN) return $"confidence is {incident.Confidence}";
        return incident.Title.Length == 0 ? "the title is empty" : null;
    }

    private static string? Breach(ArticleText article, Evidence evidence)
    {
        var text = evidence.InTitle ? article.Title ?? "" : article.Text;
        if (evidence.Start < 0 || evidence.End > text.Length || evidence.Start >= evidence.End) return $"{evidence.Field}: {evidence.Start} to {evidence.End} is no span of the text";
        return text[evidence.Start..evidence.End] == evidence.Quote ? null : $"{evidence.Field}: “{evidence.Quote}” does not stand at {evidence.Start}";
    }

    private static IEnumerable<string> Filled(ExtractedIncident incident)
    {
        yield return "eventType";
        yield return "subEventType";
        yield return "timePrecision";
        yield return "title";
        yield return "confidence";
        if (incident.Occurred.From is not null) yield return "occurredFrom";
        if (incident.Occurred.To is not null) yield return "occurredTo";
        if (incident.Place is not null) yield return "place";
        if (incident.Actors.Count > 0) yield return "actors";
        if (incident.Killed is not null) yield return "killed";
        if (incident.Injured is not null) yield return "injured";
        if (incident.Abducted is not null) yield return "abducted";
        if (incident.Weapon is not null) yield return "weapon";
    }
}
