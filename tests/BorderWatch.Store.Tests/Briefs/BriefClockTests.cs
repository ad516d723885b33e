using System.Globalization;
using BorderWatch.Store.Briefs;

namespace BorderWatch.Store.Tests.Briefs;

/// <summary>When briefs fall due, of which days.</summary>
public sealed class BriefClockTests
{
    // Dushanbe is five hours before UTC all year.
    [Theory]
    [InlineData(BriefRhythm.Daily, "2026-11-25T00:59", "2026-11-24T01:00", "2026-11-23", "2026-11-23")]
    [InlineData(BriefRhythm.Daily, "2026-11-25T01:00", "2026-11-25T01:00", "2026-11-24", "2026-11-24")]
    [InlineData(BriefRhythm.Weekly, "2026-11-25T12:00", "2026-11-23T01:00", "2026-11-16", "2026-11-22")]
    [InlineData(BriefRhythm.Monthly, "2026-11-25T12:00", "2026-10-31T01:00", "2026-09-30", "2026-10-30")]
    [InlineData(BriefRhythm.Monthly, "2026-11-30T12:00", "2026-11-30T01:00", "2026-10-31", "2026-11-29")]
    [InlineData(BriefRhythm.Monthly, "2028-03-01T12:00", "2028-02-29T01:00", "2028-01-31", "2028-02-28")]
    public void Due_IsTheNewestPeriodThatHasEnded(BriefRhythm rhythm, string now, string at, string from, string to)
    {
        var due = BriefClock.Due(Schedule(rhythm, dayOfMonth: 31), Moment(now));

        Assert.Equal((Moment(at), Day(from), Day(to)), (due!.Value.At, due.Value.From, due.Value.To));
    }

    [Fact]
    public void Due_SaysWhatFellDueBefore()
    {
        var schedule = Schedule(BriefRhythm.Daily);
        schedule.MadeUntil = Moment("2026-11-20T01:00");

        var due = BriefClock.Due(schedule, Moment("2026-11-24T09:00"))!.Value;

        // Those of the 20th, 21st and 22nd were due on the mornings after.
        Assert.Equal((Day("2026-11-23"), Day("2026-11-23"), 3, Day("2026-11-20")), (due.From, due.To, due.Skipped, due.SkippedFrom));
    }

    [Theory]
    [InlineData("2026-11-24T01:00")]
    [InlineData("2026-11-24T03:00")]
    public void NothingIsDue_OnceItIsMade_OrForTimesBeforeItWasAdded(string until)
    {
        var schedule = Schedule(BriefRhythm.Daily);
        schedule.MadeUntil = Moment(until);

        Assert.Null(BriefClock.Due(schedule, Moment("2026-11-25T00:59")));
        Assert.Equal(Moment("2026-11-25T01:00"), BriefClock.NextAt(schedule, Moment("2026-11-25T00:59")));
    }

    // Berlin leaves 02:30 out on 29 March 2026 and has it twice on 25 October.
    [Theory]
    [InlineData("2026-03-28T12:00", "2026-03-29T01:30", "2026-03-30T00:30")]
    [InlineData("2026-10-24T12:00", "2026-10-25T01:30", "2026-10-26T01:30")]
    public void EveryDayHasOneMoment_WhereClocksAreChanged(string from, string first, string second)
    {
        var schedule = Schedule(BriefRhythm.Daily);
        (schedule.At, schedule.TimeZone) = (new(2, 30), "Europe/Berlin");

        var next = BriefClock.NextAt(schedule, Moment(from));

        Assert.Equal((Moment(first), Moment(second)), (next, BriefClock.NextAt(schedule, next)));
    }

    [Fact]
    public void Periods_FollowEachOtherWithoutGapOrOverlap()
    {
        foreach (var rhythm in Enum.GetValues<BriefRhythm>())
        {
            var schedule = Schedule(rhythm, dayOfMonth: 30);
            DateOnly? last = null;
            var now = BriefClock.NextAt(schedule, Moment("2026-01-01T00:00"));
            for (; now < Moment("2028-06-01T00:00"); now = BriefClock.NextAt(schedule, now))
            {
                var due = BriefClock.Due(schedule, now)!.Value;
                Assert.True(last is null || due.From == last.Value.AddDays(1), $"{rhythm}: {last} then {due.From}");
                (last, schedule.MadeUntil) = (due.To, now);
            }
        }
    }

    private static BriefSchedule Schedule(BriefRhythm rhythm, int dayOfMonth = 1) => new()
    {
        CreatedBy = "x",
        Rhythm = rhythm,
        DayOfMonth = dayOfMonth,
        TimeZone = "Asia/Dushanbe",
        MadeUntil = DateTimeOffset.UnixEpoch,
    };

    private static DateTimeOffset Moment(string utc) => DateTimeOffset.Parse(utc + "Z", CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
