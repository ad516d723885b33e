using BorderWatch.Extraction.Places.Mentions;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>Makes a toponym of a mention whose place is chosen.</summary>
internal sealed class ToponymWriter(Gazetteer gazetteer)
{
    /// <summary>Null where the mention is no known place and no place holds it.</summary>
    public Toponym? Write(PlaceMention m, Document document)
    {
        var name = document.Words(m.Start, m.End, m.Sentence.InTitle);
        if (m.Chosen < 0) return Unknown(m, name);
        var place = gazetteer.Describe(m.Chosen);
        var level = (ToponymLevel)gazetteer.Places[m.Chosen].Level;
        if (m.IsNear && level == ToponymLevel.Settlement) place = Near(place, m);
        return new Toponym(name, m.Start, m.End, place, level, m.Score, IsMeasure: m.MeasureOf is not null);
    }

    private static ExtractedPlace Near(ExtractedPlace place, PlaceMention m)
    {
        if (m.Offset is not { } offset || place is not { Latitude: { } latitude, Longitude: { } longitude }) return place with { Precision = PlacePrecision.Near };
        var (movedLatitude, movedLongitude) = Distance.Move(latitude, longitude, offset.Kilometres, offset.Bearing);
        return place with { Precision = PlacePrecision.Near, Latitude = Math.Round(movedLatitude, 4), Longitude = Math.Round(movedLongitude, 4) };
    }

    // No gazetteer has it, but the text says what holds it: its coordinates are the holder's, and say so by their precision. Where only the kind of
    // division tells the country, there are none.
    private Toponym? Unknown(PlaceMention m, string name)
    {
        if (m.Wanted is not { } wanted) return null;
        if (m.MeasuredFrom is { Chosen: >= 0 } reference)
            return new Toponym(name, m.Start, m.End, Near(gazetteer.Describe(reference.Chosen), reference) with { Name = name, GeonameId = null }, wanted, 0.5);
        if (Holder(m) is not { } parent)
            return m.Countries is [var country] ? new Toponym(name, m.Start, m.End, new ExtractedPlace(name, null, country, null, null, PlacePrecision.Country), wanted, 0.3) : null;
        var holder = gazetteer.Describe(parent.Chosen);
        var place = holder with { Name = name, GeonameId = null, Precision = holder.Precision == PlacePrecision.Exact ? PlacePrecision.Near : holder.Precision, Admin2 = wanted == ToponymLevel.Admin2 ? name : holder.Admin2 };
        return new Toponym(name, m.Start, m.End, place, wanted, 0.5);
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
