using BorderWatch.Store.Regions;
using BorderWatch.Web.Regions;

namespace BorderWatch.Web.Tests.Regions;

/// <summary>The corners of an outline, typed or pasted.</summary>
public sealed class OutlineTextTests
{
    private static readonly GeoPoint[] s_corners = [new(36.7, 71.4), new(36.9, 71.9), new(-36.6, 72.12346)];

    [Theory]
    [InlineData("36.7, 71.4\n36.9, 71.9\n\n-36.6, 72.12346")]
    [InlineData(" 36.7 71.4\r\n36.9;71.9\r\n-36.6\t72.12346 ")]
    [InlineData("""{"type":"Polygon","coordinates":[[[71.4,36.7],[71.9,36.9],[72.12346,-36.6]]]}""")]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"coordinates":[[[71.4,36.7,900],[71.9,36.9],[72.12346,-36.6]]],"type":"Polygon"}}]}""")]
    public void Read_GivesTheCorners(string text)
    {
        var (corners, error) = OutlineText.Read(text);

        Assert.Null(error);
        Assert.Equal(s_corners, corners);
    }

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSame() => Assert.Equal(s_corners, OutlineText.Read(OutlineText.Of(s_corners)).Corners);

    [Theory]
    [InlineData("36.7, 71.4\nnorth", "Line 2 is not a latitude and a longitude; write them as in 36.7, 71.4.")]
    [InlineData("36.7, 71.4, 12", "Line 1 is not a latitude")]
    [InlineData("1e5, 3", "Line 1 is not a latitude")]
    [InlineData("{", "This is no GeoJSON polygon")]
    [InlineData("""{"type":"Polygon"}""", "This is no GeoJSON polygon")]
    [InlineData("""{"type":"Polygon","coordinates":[[[71.4],[1,2]]]}""", "This is no GeoJSON polygon")]
    [InlineData("""{"type":"Polygon","coordinates":[[["a","b"]]]}""", "This is no GeoJSON polygon")]
    [InlineData("""{"type":"Polygon","coordinates":{"a":1}}""", "This is no GeoJSON polygon")]
    [InlineData("""{"type":"FeatureCollection","features":[{},{}]}""", "The collection has 2 features; paste one after the other.")]
    [InlineData("""{"type":"FeatureCollection"}""", "This is no GeoJSON polygon")]
    [InlineData("""{"type":"LineString","coordinates":[[1,2],[3,4]]}""", "This GeoJSON is not a polygon")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[0,9],[9,9]],[[1,1],[1,2],[2,2]]]}""", "The polygon has holes")]
    public void Read_OfWhatIsNoOutline_SaysWhatToDo(string text, string error)
    {
        var read = OutlineText.Read(text);

        Assert.Empty(read.Corners);
        Assert.StartsWith(error, read.Error);
    }

    [Fact]
    public void Read_OfAVeryLongText_IsRefusedUnread() => Assert.StartsWith("The text is 300000 characters long", OutlineText.Read(new string('1', 300_000)).Error);
}
