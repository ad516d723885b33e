using BorderWatch.Store.Actors;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using BorderWatch.Web.Timeline;

namespace BorderWatch.Web.Tests.Timeline;

public sealed class TimelineAddressTests
{
    private static readonly DateOnly s_today = new(2026, 11, 24);

    private static readonly TimelineFilter s_everyPart = new()
    {
        From = new DateOnly(2026, 9, 1),
        To = new DateOnly(2026, 10, 31),
        EventTypes = ["Battles", "Explosions/Remote violence"],
        SubEventTypes = ["Armed clash", "Air/drone strike"],
        Countries = ["TJ", "AF"],
        Admin1 = "Gorno-Badakhshan",
        RegionId = Guid.NewGuid(),
        Box = new(68.25, 36.5, 71.5, 38.75),
        PlaceId = Guid.NewGuid(),
        Actors = [new(Guid.NewGuid()), new(Guid.NewGuid(), ActorRole.Target)],
        TargetKinds = [TargetKind.ForeignNationals, TargetKind.Mining],
        WatchlistId = Guid.NewGuid(),
        SourceId = Guid.NewGuid(),
        Text = "\"border post\" -drill & ü?#",
        Status = IncidentStatus.Confirmed,
        WithoutToll = true,
        InConflict = true,
        IsDemo = false,
        Killed = new(3, null),
        Injured = new(null, 20),
        Abducted = new(1, 5),
        Weapon = "mortar & rocket",
        Precision = PlacePrecision.Admin1,
        Confidence = 0.85,
        Tags = ["border", "water dispute"],
        ReportedAfter = new DateTimeOffset(2026, 11, 20, 14, 5, 7, TimeSpan.Zero).AddTicks(1234560),
    };

    [Fact]
    public void Read_OfWhatOnWrote_IsTheSameFilter()
    {
        var address = new TimelineAddress(s_everyPart);

        var read = TimelineAddress.Read("http://127.0.0.1" + address.On("/"), s_today);

        Assert.Equivalent(s_everyPart, read.Filter, strict: true);
        Assert.Equal(address.On("/"), read.On("/"));
    }

    [Fact]
    public void Read_LastDays_EndsToday()
    {
        var read = TimelineAddress.Read("/?last=7&from=2020-01-01&to=2020-01-02", s_today);

        Assert.Equal(new DateOnly(2026, 11, 18), read.Filter.From);
        Assert.Null(read.Filter.To);
        Assert.Equal("/?last=7", read.On("/"));
    }

    [Theory]
    [InlineData("/?from=yesterday&actor=nobody&status=7&last=-3&type=&q=%20")]
    [InlineData("/?last=99999999999&from=2026-13-40")]
    [InlineData("/")]
    public void Read_WhatCannotBeRead_IsLeftOut(string address) => Assert.True(TimelineAddress.Read(address, s_today).IsEmpty);

    [Theory]
    [InlineData("/?from=yesterday&killed=many&status=7&confidence=2&actor=nobody&demo=yes&since=noon", 7)]
    [InlineData("/?last=30&killed=3..&q=anything", 0)]
    public void Read_SaysWhatCannotBeRead(string address, int expected)
    {
        List<string> problems = [];

        TimelineAddress.Read(address, s_today, problems);

        Assert.Equal(expected, problems.Count);
    }

    [Fact]
    public void Read_SinceTheMinute_IsInUtc() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 14, 5, 0, TimeSpan.Zero), TimelineAddress.Read("/?since=2026-11-24T14:05Z", s_today).Filter.ReportedAfter);

    [Fact]
    public void Names_AreAllThatOnWrites() =>
        Assert.Equal(
            TimelineAddress.Names.Except(["last"]).Order(),
            Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new TimelineAddress(s_everyPart).On("")).Keys.Order());

    [Fact]
    public void On_NothingAsked_IsThePath() => Assert.Equal("/map", TimelineAddress.Everything.On("/map"));

    [Fact]
    public void Between_TheWrongWayRound_TurnsThem()
    {
        var address = TimelineAddress.Everything.Between(new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 1));

        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 2)), (address.Filter.From!.Value, address.Filter.To!.Value));
    }

    [Fact]
    public void Chips_EachTakesAwayItsOwnPartAlone()
    {
        var chips = FilterChip.Of(new TimelineAddress(s_everyPart), null);

        Assert.Equal(31, chips.Count);
        Assert.All(chips, chip => Assert.Equal(30, FilterChip.Of(chip.Without, null).Count));
        Assert.Equal(31, chips.Select(chip => chip.Without.On("/")).Distinct().Count());
    }
}
