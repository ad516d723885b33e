using BorderWatch.Extraction.Places.Mentions;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>Makes a toponym of a mention whose place is chosen.</summary>
internal sealed class ToponymWriter(Gazetteer gazetteer)
{
    /// <summary>Null where the mention is no known place and no place holds it.</summary>
    public Toponym? Write(PlaceMention m, Document document)
    {
        if (m.Chosen < 0) return Unknown(m, document);
        var name = document.Words(m.Start, m.End, m.Sentence.InTitle);
        var level = (ToponymLevel)gazetteer.Places[m.Chosen].Level;
        var place = gazetteer.Describe(m.Chosen);
        if (level is ToponymLevel.Settlement or ToponymLevel.Admin2 or ToponymLevel.Natural && Spelling(m, document) is { } spelling) place = place with { Name = spelling };
        // "in Kech district": the town of that name stands for its district.
        if (m.Wanted == ToponymLevel.Admin2 && level == ToponymLevel.Settlement) (place, level) = (place with { Precision = PlacePrecision.Admin2 }, ToponymLevel.Admin2);
        if (m.IsRoute && level == ToponymLevel.Settlement) place = place with { Precision = PlacePrecision.Near };
        if (m.IsNear && level == ToponymLevel.Settlement) place = Near(place, m);
        return new Toponym(name, m.Start, m.End, place, level, m.Score, IsMeasure: m.MeasureOf is not null, IsRoute: m.IsRoute);
    }

    // The reader looks for the name that the article writes: Isfana, not Razzakov. An acronym and a headline in capitals are no spelling.
    private static string? Spelling(PlaceMention m, Document document)
    {
        var tokens = m.Sentence.Tokens;
        for (var last = m.First + 1; last <= m.Last; last++)
        {
            var written = document.Words(m.Start, tokens[last - 1].End, m.Sentence.InTitle);
            if (NameKey.Of(written) != m.Key) continue;
            return written.Any(char.IsLower) && char.IsUpper(written[0]) && !written.Any(c => char.IsWhiteSpace(c) && c != ' ') ? written : null;
        }
        return null;
    }

    private static ExtractedPlace Near(ExtractedPlace place, PlaceMention m)
    {
        if (m.Offset is not { } offset || place is not { Latitude: { } latitude, Longitude: { } longitude }) return place with { Precision = PlacePrecision.Near };
        var (movedLatitude, movedLongitude) = Distance.Move(latitude, longitude, offset.Kilometres, offset.Bearing);
        return place with { Precision = PlacePrecision.Near, Latitude = Math.Round(movedLatitude, 4), Longitude = Math.Round(movedLongitude, 4) };
    }

    // No gazetteer has it, but the text says what holds it: its coordinates are the holder's, and say so by their precision. Where only the kind of
    // division tells the country, there are none.
    private Toponym? Unknown(PlaceMention m, Document document)
    {
        if (m.Wanted is not { } wanted) return null;
        var (start, end) = Whole(m);
        var name = document.Words(start, end, m.Sentence.InTitle);
        if (m.MeasuredFrom is { Chosen: >= 0 } reference)
            return new Toponym(name, start, end, Near(gazetteer.Describe(reference.Chosen), reference) with { Name = name, GeonameId = null }, wanted, 0.5);
        if (Holder(m) is not { } parent)
            return m.Countries is [var country] ? new Toponym(name, start, end, new ExtractedPlace(name, null, country, null, null, PlacePrecision.Country), wanted, 0.3) : null;
        var holder = gazetteer.Describe(parent.Chosen);
        var place = holder with { Name = name, GeonameId = null, Precision = holder.Precision == PlacePrecision.Exact ? PlacePrecision.Near : holder.Precision, Admin2 = wanted == ToponymLevel.Admin2 ? name : holder.Admin2 };
        return new Toponym(name, start, end, place, wanted, 0.5);
    }

    // The gazetteer knew one word of it only: the name goes on over the capitals beside it.
    private static (int Start, int End) Whole(PlaceMention m)
    {
        var tokens = m.Sentence.Tokens;
        var (first, last) = (m.First, m.Last);
        while (first > 1 && m.First - first < 3 && tokens[first - 1].IsCapitalised && tokens[first].Start - tokens[first - 1].End == 1 && !PlaceWords.Modifiers.Contains(tokens[first - 1].Lower)
            && CountryLexicon.CodeOfDemonym(tokens[first - 1].Written) is null) first--;
        while (last < tokens.Count && last - m.Last < 3 && tokens[last].IsCapitalised && tokens[last].Start - tokens[last - 1].End == 1 && !PlaceWords.Divisions.ContainsKey(tokens[last].Lower)) last++;
        return (tokens[first].Start, tokens[last - 1].End);
    }

    // The nearest division around it: "Bagru village in Phagi tehsil of Jaipur district".
    private PlaceMention? Holder(PlaceMention m)
    {
        var holder = m.Parent;
        for (var steps = 0; holder is not null && steps < 4; steps++, holder = holder.Parent)
            if (holder.Chosen >= 0 && (ToponymLevel)gazetteer.Places[holder.Chosen].Level is ToponymLevel.Settlement or ToponymLevel.Admin2 or ToponymLevel.Admin1 or ToponymLevel.Country) return holder;
        return null;
    }
}
