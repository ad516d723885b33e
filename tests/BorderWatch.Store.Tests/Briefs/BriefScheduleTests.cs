using BorderWatch.Store.Accounts;
using BorderWatch.Store.Briefs;
using BorderWatch.Store.Regions;
using BorderWatch.Testing;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tests.Briefs;

/// <summary>Keeping schedules.</summary>
public sealed class BriefScheduleTests(PostgresFixture postgres) : StoreTest(postgres)
{
    private IBriefSchedules Schedules => Get<IBriefSchedules>();

    [Fact]
    public async Task Schedule_IsAddedChangedPausedAndRemoved_EachARevision()
    {
        var region = await RegionAsync();
        var added = await Schedules.SaveAsync(null, new() { RegionId = region, TimeZone = " Asia/Dushanbe ", NoticeTo = "a@x.org, A@x.org ,, b@x.org" }, Caller.Local, Cancellation);
        Assert.Null(added.Error);
        var row = Assert.Single(await ListAsync());
        Assert.Equal(("Khatlon", BriefRhythm.Weekly, DayOfWeek.Monday, new TimeOnly(6, 0), "Asia/Dushanbe", "a@x.org, b@x.org", null),
            (row.RegionName, row.Schedule.Rhythm, row.Schedule.Weekday, row.Schedule.At, row.Schedule.TimeZone, row.Schedule.NoticeTo, row.Schedule.MailTo));
        Assert.Equal((DayOfWeek.Monday, 1), (row.NextAt!.Value.DayOfWeek, row.NextAt.Value.Hour));

        Assert.Null((await Schedules.SaveAsync(added.Value, new() { RegionId = region, Rhythm = BriefRhythm.Daily, MailTo = "c@x.org", AttachesWord = true }, Caller.Local, Cancellation)).Error);
        Assert.Null((await Schedules.SetPausedAsync(added.Value, true, Caller.Local, Cancellation)).Error);
        row = Assert.Single(await ListAsync());
        Assert.Equal((BriefRhythm.Daily, true, "c@x.org", null), (row.Schedule.Rhythm, row.Schedule.IsPaused, row.Schedule.MailTo, row.NextAt));
        Assert.Null((await Schedules.SetPausedAsync(added.Value, false, Caller.Local, Cancellation)).Error);
        Assert.Null((await Schedules.RemoveAsync(added.Value, Caller.Local, Cancellation)).Error);

        Assert.Empty(await ListAsync());
        Assert.Equal("There is no such schedule any more.", (await Schedules.RemoveAsync(added.Value, Caller.Local, Cancellation)).Error);
        await using var db = Open();
        Assert.Equal(["added", "changed", "paused", "resumed", "removed"], await db.Revisions.Where(r => r.SubjectId == added.Value).OrderBy(r => r.Id).Select(r => r.Action).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Nonsense_IsRefusedWithASentence()
    {
        var good = new BriefScheduleDraft { RegionId = await RegionAsync() };

        Assert.StartsWith("There is no such region", await ErrorAsync(good with { RegionId = Guid.NewGuid() }), StringComparison.Ordinal);
        Assert.StartsWith("There is no time zone “Mars/Olympus”", await ErrorAsync(good with { TimeZone = "Mars/Olympus" }), StringComparison.Ordinal);
        Assert.StartsWith("The day of the month is from 1 to 31", await ErrorAsync(good with { DayOfMonth = 32 }), StringComparison.Ordinal);
        Assert.StartsWith("Choose daily", await ErrorAsync(good with { Rhythm = (BriefRhythm)7 }), StringComparison.Ordinal);
        Assert.StartsWith("“nobody” is no mail address", await ErrorAsync(good with { NoticeTo = "nobody" }), StringComparison.Ordinal);
        Assert.Contains("is no mail address", await ErrorAsync(good with { MailTo = "a@x.org\r\nBcc: b@x.org" }), StringComparison.Ordinal);
        Assert.Equal("A brief is mailed to at most 50 addresses.", await ErrorAsync(good with { MailTo = string.Join(',', Enumerable.Range(0, 51).Select(n => $"a{n}@x.org")) }));
        Assert.Empty(await ListAsync());

        async Task<string?> ErrorAsync(BriefScheduleDraft draft) => (await Schedules.SaveAsync(null, draft, Caller.Local, Cancellation)).Error;
    }

    private async Task<IReadOnlyList<BriefScheduleRow>> ListAsync() => (await Schedules.ListAsync(Caller.Local, Cancellation)).Value!;

    private async Task<Guid> RegionAsync() => (await Get<IRegionCommands>().CreateAsync("Khatlon", [new RegionPart.Area("TJ", "Khatlon")], Caller.Local, Cancellation)).Value;
}
