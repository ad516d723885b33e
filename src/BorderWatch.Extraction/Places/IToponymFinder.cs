using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Places;

/// <summary>Finds the places that a document mentions.</summary>
public interface IToponymFinder
{
    /// <summary>
    /// Every toponym of the body and of the headline, in order and not overlapping, resolved with the whole document in view
    /// (co-mentions, containment, population; the country hint only as a weak prior).
    /// </summary>
    DocumentToponyms Find(Document document);
}
