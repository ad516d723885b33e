using System.Xml;

namespace BorderWatch.Web.Exports;

/// <summary>Text that XML can hold.</summary>
internal static class XmlText
{
    /// <summary>The same without control characters and lone halves of surrogate pairs, of which XML 1.0 knows no spelling.</summary>
    public static string Of(string text) =>
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)).Select(rune => rune.ToString()));
}
