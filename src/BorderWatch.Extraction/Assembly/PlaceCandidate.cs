using BorderWatch.Extraction.Places;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Assembly;

/// <summary>A place that may be where it happened, and how well the words support it.</summary>
internal sealed record PlaceCandidate(ExtractedPlace Place, ToponymLevel Level, TextSpan Span, bool InTitle, double Score)
{
    /// <summary>True where it is precise enough to tell two incidents apart.</summary>
    public bool IsPrecise => Level is ToponymLevel.Settlement or ToponymLevel.Admin2 or ToponymLevel.Natural && Place.Precision != PlacePrecision.Border;
}
