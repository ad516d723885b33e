using BorderWatch.Extraction;
using BorderWatch.Extraction.Casualties;
using BorderWatch.Store.Incidents;
using Actors = BorderWatch.Store.Actors;

namespace BorderWatch.Ingestion.Claims;

/// <summary>Turns what the extractor says into claims: one for each span that carries a value.</summary>
public static class ClaimDrafting
{
    /// <summary>The article's incidents as claims, in the extractor's order. Statements about the incidents go with the first.</summary>
    public static IReadOnlyList<ReportDraft> Draft(ArticleText article, ExtractionResult result) =>
        [.. result.Incidents.Select((incident, ordinal) => Draft(article, incident, ordinal, ordinal == 0 ? result.Reactions : []))];

    private static ReportDraft Draft(ArticleText article, ExtractedIncident incident, int ordinal, IReadOnlyList<Reaction> reactions)
    {
        var claims = new List<DraftClaim>();
        var voided = new List<Evidence>();
        foreach (var evidence in incident.Evidence)
        {
            if (!Stands(article, evidence)) { voided.Add(evidence); continue; }
            foreach (var (field, value) in Values(incident, evidence)) Add(field, value, evidence);
        }
        foreach (var reaction in reactions)
        {
            if (Stands(article, reaction.Quote)) Add(ClaimField.Reaction, new ClaimValue.Text(reaction.Speaker), reaction.Quote);
            else voided.Add(reaction.Quote);
        }
        claims.Sort((a, b) => (a.InTitle ? 0 : 1, a.Start, a.End, a.Field).CompareTo((b.InTitle ? 0 : 1, b.Start, b.End, b.Field)));
        return new ReportDraft(ordinal, Short(incident.Title), Math.Clamp(incident.Confidence, 0, 1), claims, voided);

        void Add(ClaimField field, ClaimValue value, Evidence evidence)
        {
            var claim = new DraftClaim(field, value, evidence.Quote, evidence.Start, evidence.End, evidence.InTitle);
            if (!claims.Contains(claim)) claims.Add(claim);
        }
    }

    private static bool Stands(ArticleText article, Evidence evidence)
    {
        var text = evidence.InTitle ? article.Title : article.Text;
        return text is not null && evidence.Start >= 0 && evidence.Start < evidence.End && evidence.End <= text.Length
            && text.AsSpan(evidence.Start, evidence.End - evidence.Start).SequenceEqual(evidence.Quote);
    }

    private static IEnumerable<(ClaimField Field, ClaimValue Value)> Values(ExtractedIncident incident, Evidence evidence) => evidence.Field switch
    {
        "eventType" or "subEventType" => [(ClaimField.Kind, new ClaimValue.Kind(incident.Kind.Type, incident.Kind.SubType))],
        "occurredFrom" or "occurredTo" or "timePrecision" or "occurred" =>
            [(ClaimField.Occurred, new ClaimValue.Occurred(incident.Occurred.From, incident.Occurred.To, (TimePrecision)incident.Occurred.Precision))],
        "place" when incident.Place is { } p =>
            [(ClaimField.Place, new ClaimValue.Place(p.Name, p.Admin2, p.Admin1, p.Country, p.Latitude, p.Longitude, (PlacePrecision)p.Precision, p.GeonameId))],
        "actors" or "actor" => incident.Actors.Where(a => evidence.Value is null || a.Name == evidence.Value).Select(a => (ClaimField.Actor, (ClaimValue)new ClaimValue.Actor(
            a.Name, (Actors.ActorRole)a.Role, (Actors.Attribution)a.Attribution, (Actors.ActorKind)a.Kind, a.CountryCode))),
        "killed" => Casualties(ClaimField.Killed, incident.Killed),
        "injured" => Casualties(ClaimField.Injured, incident.Injured),
        "abducted" => Casualties(ClaimField.Abducted, incident.Abducted),
        "weapon" when incident.Weapon is { } weapon => [(ClaimField.Weapon, new ClaimValue.Text(weapon))],
        _ => [],
    };

    private static IEnumerable<(ClaimField Field, ClaimValue Value)> Casualties(ClaimField field, CasualtyRange? range) =>
        range is { } r ? [(field, new ClaimValue.Casualties(r.Low, r.Best, r.High))] : [];

    private static string Short(string title) => title.Length <= 300 ? title : string.Concat(title.AsSpan(0, 299), "…");
}
