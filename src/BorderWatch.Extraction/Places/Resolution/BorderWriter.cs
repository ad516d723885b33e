using BorderWatch.Extraction.Places.Mentions;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places.Resolution;

/// <summary>Makes a toponym of a border that is named.</summary>
internal sealed class BorderWriter(BorderPoints points, PlaceChooser chooser)
{
    /// <summary>Null where only one of the two countries can be told, or the two are no neighbours. The mentions are those of its sentence.</summary>
    public Toponym? Write(BorderMention border, Document document, IEnumerable<PlaceMention> mentions)
    {
        // "near the Afghan border": the other side is the country that the sentence, or else the document, speaks of.
        var other = border.Other ?? Neighbour(border, mentions);
        if (other is null || points.Between(border.Country, other) is not { } point) return null;
        var side = border.Side ?? (border.Other is null ? other : null);
        var (first, second) = border.Other is null ? (other, border.Country) : (border.Country, other);
        var place = new ExtractedPlace($"{CountryLexicon.NameOf(first)}–{CountryLexicon.NameOf(second)} border", null, side, point.Latitude, point.Longitude, PlacePrecision.Border);
        var name = document.Words(border.Start, border.End, border.Sentence.InTitle);
        return new Toponym(name, border.Start, border.End, place, ToponymLevel.Natural, border.Other is null ? 0.7 : 0.9, new BorderCountries(first, second));
    }

    private string? Neighbour(BorderMention border, IEnumerable<PlaceMention> mentions)
    {
        var near = mentions.Where(m => (m.Last <= border.First || m.First >= border.Last) && m.Chosen >= 0)
            .OrderBy(m => Math.Abs(m.First - border.First)).Select(m => chooser.CountryOf(m.Chosen)).FirstOrDefault(c => c is not null && c != border.Country);
        return near ?? chooser.MainCountryBut(border.Country);
    }
}
