using System.Xml.Linq;

namespace BorderWatch.Ingestion.Feeds;

/// <summary>Makes a feed's links absolute.</summary>
internal static class FeedAddress
{
    /// <summary>The address, resolved against the base where it is relative and there is one; null for nothing.</summary>
    public static string? Resolve(string? link, string? against)
    {
        link = link?.Trim();
        if (string.IsNullOrEmpty(link)) return null;
        link = string.Concat(link.Where(c => c is not ('\r' or '\n' or '\t')));
        if (Uri.TryCreate(link, UriKind.Absolute, out var absolute) && !absolute.IsFile) return link;
        return Uri.TryCreate(against, UriKind.Absolute, out var start) && Uri.TryCreate(start, link, out var resolved)
            ? resolved.AbsoluteUri
            : link;
    }

    /// <summary>The base that holds inside an element: the nearest <c>xml:base</c> attributes, resolved outward.</summary>
    public static string? BaseOf(XElement element, string? address)
    {
        var found = address;
        foreach (var outer in element.AncestorsAndSelf().Reverse())
        {
            if (outer.Attribute(XmlVocabulary.Xml + "base")?.Value is { } given) found = Resolve(given, found) ?? found;
        }
        return found;
    }
}
