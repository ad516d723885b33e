using BorderWatch.Store.Regions;
using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Tests.Regions;

/// <summary>What a region is made of, as it is read.</summary>
public sealed class RegionWordsTests
{
    [Fact]
    public void Parts_AreNamedAreasFirst() => Assert.Equal(
        "Tajikistan; Chah Ab district (Takhar) and Kunduz in Afghanistan; within 20 km of the border of Afghanistan and Tajikistan; the outline “The valley”; an outline of 3 corners; the region “Pamir”",
        RegionWords.Of(
        [
            new RegionPart.Border("AF", "TJ", 20), new RegionPart.Area("AF", "Kunduz"), new RegionPart.Outline("The valley", [new(1, 1), new(1, 2), new(2, 2)]), new RegionPart.Area("TJ"),
            new RegionPart.Area("AF", "Takhar", "Chah Ab"), new RegionPart.Outline("", [new(1, 1), new(1, 2), new(2, 2)]), new RegionPart.Whole(Guid.NewGuid(), "Pamir"),
        ]));
}
