using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace BorderWatch.Web.Briefs;

/// <summary>How a brief's document looks. Whoever receives it changes it in one place: these are styles, nothing is formatted by hand.</summary>
internal static class BriefStyles
{
    /// <summary>The headline.</summary>
    public const string Title = "Title";

    /// <summary>A section's heading.</summary>
    public const string Heading = "Heading1";

    /// <summary>What stands small beside the text.</summary>
    public const string Small = "Small";

    /// <summary>A link, of characters.</summary>
    public const string Link = "Hyperlink";

    /// <summary>All styles.</summary>
    public static Styles All() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri", ComplexScript = "Calibri" }, new FontSize { Val = "21" }, new DocumentFormat.OpenXml.Wordprocessing.Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        Of(Title, "Title", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "0", After = "40" }), new StyleRunProperties(new Bold(), new FontSize { Val = "36" })),
        Of(Heading, "heading 1", new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "240", After = "60" }, new OutlineLevel { Val = 0 }), new StyleRunProperties(new Bold(), new FontSize { Val = "24" })),
        Of(Small, "Small", new StyleParagraphProperties(new SpacingBetweenLines { After = "80" }), new StyleRunProperties(new Color { Val = "4A565F" }, new FontSize { Val = "17" })),
        new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = "1B5E86" }, new Underline { Val = UnderlineValues.Single })) { Type = StyleValues.Character, StyleId = Link });

    /// <summary>A4, with room for the footer.</summary>
    public static SectionProperties Page(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 1020, Bottom = 1020, Left = 1020, Right = 1020, Header = 510, Footer = 510, Gutter = 0 });

    private static Style Of(string id, string name, OpenXmlElement paragraph, OpenXmlElement run) =>
        new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
}
