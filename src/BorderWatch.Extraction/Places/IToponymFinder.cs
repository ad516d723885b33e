using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>Finds the places that a document mentions.</summary>
public interface IToponymFinder
{
    /// <summary>
    /// Every toponym of the body, in order and not overlapping, resolved with the whole document in view (co-mentions,
    /// containment, population; the country hint only as a weak prior). Offsets count in the body.
    /// </summary>
    IReadOnlyList<Toponym> FindInBody(Document document);

    /// <summary>The same for the headline; empty where there is none. Offsets count in the headline.</summary>
    IReadOnlyList<Toponym> FindInTitle(Document document);
}
