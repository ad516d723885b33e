using BorderWatch.Extraction;
using BorderWatch.Extraction.Places;
using BorderWatch.Store.Places;

namespace BorderWatch.Ingestion.Tests.Claims;

/// <summary>A region along a border finds incidents of which only the border is known by the border's name: the extractor and the store call countries alike.</summary>
public sealed class BorderNamesTests
{
    [Theory]
    [InlineData("Two soldiers were killed in a clash on the Afghanistan-Tajikistan border on Monday, officials said.", "AF", "TJ")]
    [InlineData("Two soldiers were killed in a clash on the Thailand-Myanmar border on Monday, officials said.", "TH", "MM")]
    [InlineData("Two soldiers were killed in a clash on the Liberia-Ivory Coast border on Monday, officials said.", "LR", "CI")]
    public void Border_IsNamedAsARegionAlongItNamesIt(string text, string first, string second)
    {
        var incident = Assert.Single(new IncidentExtractor().Extract(new ArticleText(text)).Incidents);

        Assert.Equal(PlacePrecision.Border, incident.Place?.Precision);
        Assert.Contains(incident.Place?.Name, new[] { $"{CountryName.Of(first)}–{CountryName.Of(second)} border", $"{CountryName.Of(second)}–{CountryName.Of(first)} border" });
    }
}
