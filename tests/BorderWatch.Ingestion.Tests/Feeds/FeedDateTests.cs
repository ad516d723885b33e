using BorderWatch.Ingestion.Feeds;

namespace BorderWatch.Ingestion.Tests.Feeds;

/// <summary>Dates as outlets write them.</summary>
public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Fri, 06 Nov 2026 09:30:00 +0500", "2026-11-06T09:30:00+05:00")]
    [InlineData("Fri, 6 Nov 2026 09:30 GMT", "2026-11-06T09:30:00+00:00")]
    [InlineData("06 Nov 26 09:30:00 EST", "2026-11-06T09:30:00-05:00")]
    [InlineData("Friday, November 6, 2026 - 9:30pm", "2026-11-06T21:30:00+00:00")]
    [InlineData("Fri, 06 Nov 2026 24:00:00 GMT", "2026-11-07T00:00:00+00:00")]
    [InlineData("Fri Nov  6 09:30:00 2026", "2026-11-06T09:30:00+00:00")]
    [InlineData("2026-11-06T09:30:00.123Z", "2026-11-06T09:30:00+00:00")]
    [InlineData("2026-11-06T09:30:00+0430", "2026-11-06T09:30:00+04:30")]
    [InlineData("2026-11-06 09:30", "2026-11-06T09:30:00+00:00")]
    [InlineData("2026-11-06", "2026-11-06T00:00:00+00:00")]
    [InlineData("20261106", "2026-11-06T00:00:00+00:00")]
    [InlineData("2026-11", "2026-11-01T00:00:00+00:00")]
    [InlineData("Fri, 06 Nov 2026 09:30:00 PKT", "2026-11-06T09:30:00+05:00")]
    public void Written_IsRead(string written, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), FeedDate.Read(written));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("32 Nov 2026")]
    [InlineData("2026-13-06")]
    [InlineData("Sat, 00 Jan 0000 00:00:00 GMT")]
    [InlineData("17")]
    public void WhatIsNoDate_IsNull(string? written) => Assert.Null(FeedDate.Read(written));
}
