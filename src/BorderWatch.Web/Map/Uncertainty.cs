using BorderWatch.Store.Incidents;
using BorderWatch.Web.Languages;

namespace BorderWatch.Web.Map;

/// <summary>How much ground a place's coordinates stand for. The circles are conventions of ours, not outlines: they tell "around here" from "here".</summary>
public static class Uncertainty
{
    /// <summary>Radius of the area to draw around the coordinates, in kilometres; 0 for a place that is drawn as a dot.</summary>
    public static double RadiusKilometres(PlacePrecision precision) => precision switch
    {
        PlacePrecision.Exact or PlacePrecision.Near => 0,
        PlacePrecision.Admin2 => 25,
        PlacePrecision.Border => 60,
        PlacePrecision.Admin1 => 80,
        PlacePrecision.Country => 250,
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "No radius is known for this precision."),
    };

    /// <summary>What the drawing means, as a sentence for the reader.</summary>
    public static string Sentence(PlacePrecision precision) => precision switch
    {
        PlacePrecision.Exact => Say.It("The dot marks the named place."),
        PlacePrecision.Near => Say.It("It happened near the place that the dot marks, or on the way to it."),
        PlacePrecision.Admin2 => Say.It("It happened somewhere in the district. The circle is drawn around its centre and is not its outline."),
        PlacePrecision.Admin1 => Say.It("It happened somewhere in the province. The circle is drawn around its centre and is not its outline."),
        PlacePrecision.Border => Say.It("It happened somewhere along the border. The circle is not a spot on it."),
        PlacePrecision.Country => Say.It("It happened somewhere in the country. The circle is drawn around its centre and is not its outline."),
        _ => throw new ArgumentOutOfRangeException(nameof(precision), precision, "No sentence is known for this precision."),
    };
}
