using BorderWatch.Extraction.Actors;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Extraction.Assembly;

/// <summary>Says where an incident happened when its own clauses do not: its neighbours, the headline, the article's own place.</summary>
internal sealed class PlaceFallback(ArticleFacts article)
{
    private readonly Lazy<Supported<ExtractedPlace>?> _implied = new(() => ImpliedCountry.Of(article));

    public Supported<ExtractedPlace>? For(IncidentDraft draft, List<RolePlayer> players)
    {
        var found = Told(draft) ?? ByForces(players) ?? _implied.Value;
        if (found is { Value.Country: null } && Side(draft, found.Value) is { } country) found = found with { Value = found.Value with { Country = country } };
        return UnlistedPlace.In(draft, found, article.Document) ?? found;
    }

    // A border has its countries; a river or a line of control has those that the rest of the text implies.
    private string? Side(IncidentDraft draft, ExtractedPlace place) =>
        place.Precision == PlacePrecision.Border ? BorderSide.Of(article, draft, place) : _implied.Value?.Value.Country;

    private Supported<ExtractedPlace>? Told(IncidentDraft draft)
    {
        var index = draft.Lead.Sentence.Index;
        for (var offset = 1; offset <= 3; offset++)
            if (At(index + offset) is { } following && PlaceChoice.Stated(following) is { Score: > 0 } stated) return Support(stated);
        if (draft.Place is { } own) return Support(Refine(own, draft));
        foreach (var offset in (int[])[1, -1, 2, -2])
            if (!(offset < 0 && draft.Mentions[0].Separate && IsLater(draft)) && At(index + offset) is { } near && near.Sentence.Paragraph == draft.Lead.Sentence.Paragraph && PlaceChoice.InSentence(near) is { } beside) return Support(Refine(beside, draft));
        // The article's own place: the headline's, else the first that the body names as a place of events.
        foreach (var facts in article.Sentences)
            if (!PlaceChoice.IsRoundUp(facts) && PlaceChoice.InSentence(facts) is { } any) return IsLater(draft) ? Coarse(any) : Support(any);
        return null;
    }

    // The second of several incidents, about which the text gives no place: not the first one's town; the country at most.
    private bool IsLater(IncidentDraft draft) => draft.IsOneOfMany && draft.Mentions[0].Sentence is { IsHeadline: false } first
        && article.Sentences.Find(facts => !facts.Sentence.IsHeadline && facts.Triggers.Count > 0)?.Sentence.Index != first.Index;

    // A border is as coarse as a country.
    private static Supported<ExtractedPlace>? Coarse(PlaceCandidate any) => any.Place.Precision == PlacePrecision.Border ? Support(any) : any.Place.Country is { } code
        ? new(new ExtractedPlace(Countries.NameOf(code), null, code, null, null, PlacePrecision.Country), any.Span, any.InTitle) : null;

    private SentenceFacts? At(int index) => index >= 0 && index < article.Sentences.Count ? article.Sentences[index] : null;

    // A country's named finer by a neighbouring sentence: "in Pakistan … in the town of …".
    private PlaceCandidate Refine(PlaceCandidate coarse, IncidentDraft draft)
    {
        if (coarse.Level is not (ToponymLevel.Country or ToponymLevel.Admin1)) return coarse;
        foreach (var index in draft.Mentions.Select(m => m.Sentence.Index))
        {
            if (index + 1 >= article.Sentences.Count || draft.Mentions.Exists(m => m.Sentence.Index == index + 1 && m.IsLateDeath)) continue;
            var next = PlaceChoice.InSentence(article.Sentences[index + 1]);
            if (next is { IsPrecise: true } && next.Place.Country == coarse.Place.Country && (coarse.Level == ToponymLevel.Country || next.Place.Admin1 == coarse.Place.Admin1)) return next;
        }
        return coarse;
    }

    // "Pakistani troops": at home, where the text names no place at all. No coordinates: the country is all that it says.
    private Supported<ExtractedPlace>? ByForces(List<RolePlayer> players)
    {
        // "Chinese workers" are so called where they are not at home.
        var home = players.Find(p => p.Actor is { CountryCode: not null, Kind: ActorKind.State } && p.Mention is not { IsByWeapon: true });
        // Filed in another country than the force's own, the report may well be of that country.
        if (home?.Actor.CountryCode is not { } code || article.Filed is { Place.Country: { } filed } && filed != code) return null;
        if (players.Exists(p => p.Actor.CountryCode is { } other && other != code && p.Actor.Kind == ActorKind.State)) return null;
        return new(new ExtractedPlace(Countries.NameOf(code), null, code, null, null, PlacePrecision.Country), home.Span, home.InTitle);
    }

    private static Supported<ExtractedPlace> Support(PlaceCandidate candidate) => new(candidate.Place, candidate.Span, candidate.InTitle);
}
