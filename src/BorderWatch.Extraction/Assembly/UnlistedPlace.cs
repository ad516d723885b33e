using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Places.Mentions;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>
/// A place that no gazetteer has, where an incident's own clause names no other: "blew up a pole at Cerro Alto". Of such a place only its name is known
/// and the country or province that the article is about; it has no coordinates of its own.
/// </summary>
internal static class UnlistedPlace
{
    // "the community centre of Cerro Alto"
    private static readonly HashSet<string> Seats = ["center", "centre", "hall", "square", "barracks", "station", "town", "village", "outskirts", "market", "bazaar"];

    private static readonly HashSet<string> Prepositions = ["in", "at", "near", "outside"];

    /// <summary>Null where the clause has no such name, or where <paramref name="holder"/> is unknown, or finer than a province and named by the clause itself.</summary>
    public static Supported<ExtractedPlace>? In(IncidentDraft draft, Supported<ExtractedPlace>? holder, Document document)
    {
        if (holder is not { Value: { Country: not null } around }) return null;
        if (around.Precision is not (PlacePrecision.Country or PlacePrecision.Admin1))
        {
            // The town of another sentence, or the end of a road: the place is somewhere thereabouts.
            if (around.Precision == PlacePrecision.Border || draft.Place is { } own && !IsRouteEnd(draft, own)) return null;
            around = around with { Precision = PlacePrecision.Near };
        }
        foreach (var mention in draft.Mentions.Where(m => !m.Sentence.InTitle && m.Asserted).OrderBy(m => m == draft.Lead ? 0 : 1))
        {
            var tokens = mention.Sentence.Tokens;
            for (var i = Math.Max(1, mention.Clause.First); i < Math.Min(mention.Clause.End, tokens.Count); i++)
            {
                if (!Prepositions.Contains(tokens[i - 1].Lower) && !(tokens[i - 1].Lower == "of" && i > 1 && Seats.Contains(tokens[i - 2].Lower)) || UnlistedNames.EndOfName(tokens, i) is not { } last) continue;
                var span = new TextSpan(tokens[i].Start, tokens[last - 1].End);
                if (mention.Facts.Places.Exists(p => p.Start < span.End && span.Start < p.End) || mention.Facts.Dates.Exists(d => d.Span.Overlaps(span))
                    || mention.Facts.Actors.Exists(a => a.Span.Overlaps(span))) continue;
                return new(around with { Name = document.Words(span.Start, span.End, false), GeonameId = null }, span, false);
            }
        }
        return null;
    }

    private static bool IsRouteEnd(IncidentDraft draft, PlaceCandidate place) =>
        draft.Mentions.Exists(m => m.Sentence.InTitle == place.InTitle && m.Facts.Places.Exists(p => p.Start == place.Span.Start && (p.IsRoute || PlaceChoice.IsOffice(m.Facts, place.Span) || IsBearing(m.Facts, p))));

    // "in Ganthier, east of the capital": what the bearing is taken from is not where it was.
    private static bool IsBearing(SentenceFacts facts, Toponym place) =>
        facts.TokenAt(place.Start) is var at && facts.Word(at - 1) == "of" && facts.Word(at - 2) is "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest" && facts.Word(at - 3) == ",";
}
