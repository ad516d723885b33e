using BorderWatch.Store.Incidents;
using BorderWatch.Web.Words;

namespace BorderWatch.Web.Tests.Words;

public sealed class PlaceWordsTests
{
    [Theory]
    [InlineData("Ishkashim", PlacePrecision.Exact, "Ishkashim")]
    [InlineData("Ishkashim", PlacePrecision.Near, "near Ishkashim")]
    [InlineData("Khatlon", PlacePrecision.Admin1, "somewhere in Khatlon")]
    [InlineData("Shuhada", PlacePrecision.Admin2, "somewhere in Shuhada district")]
    [InlineData("Shuhada District", PlacePrecision.Admin2, "somewhere in Shuhada district")]
    [InlineData("Afghanistan–Tajikistan", PlacePrecision.Border, "along the Afghanistan–Tajikistan border")]
    [InlineData("Afghan-Tajik border", PlacePrecision.Border, "along the Afghan-Tajik border")]
    [InlineData("Tajikistan", PlacePrecision.Country, "somewhere in Tajikistan")]
    [InlineData(null, null, "place not said")]
    public void Of_SaysHowPreciselyItIsKnown(string? name, PlacePrecision? precision, string expected) =>
        Assert.Equal(expected, PlaceWords.Of(name, precision));

    [Theory]
    [InlineData("Ishkashim", "Gorno-Badakhshan", "TJ", "Gorno-Badakhshan, Tajikistan")]
    [InlineData("Khatlon", "Khatlon", "TJ", "Tajikistan")]
    [InlineData("Tajikistan", null, "TJ", "")]
    [InlineData("Somewhere", null, null, "")]
    [InlineData("Somewhere", null, "ZQ", "ZQ")]
    public void Within_RepeatsNothing(string name, string? admin1, string? country, string expected) =>
        Assert.Equal(expected, PlaceWords.Within(name, admin1, country));
}
