using BorderWatch.Extraction.Dates;
using BorderWatch.Extraction.Text;

namespace BorderWatch.Extraction.Tests.Dates;

public sealed class DateFinderTests
{
    // A Wednesday.
    private static readonly DateTimeOffset Published = new(2024, 5, 15, 9, 0, 0, TimeSpan.FromHours(5));

    private static IReadOnlyList<DateMention> Find(string text, DateTimeOffset? published) => DateFinder.Find(DocumentReader.Read(new ArticleText(text, PublishedAt: published)));

    [Theory]
    [InlineData("Gunmen raided a farm on 3 May 2024.", "2024-05-03", "2024-05-03")]
    [InlineData("Gunmen raided a farm on May 3, 2024.", "2024-05-03", "2024-05-03")]
    [InlineData("Gunmen raided a farm on the 3rd of May.", "2024-05-03", "2024-05-03")]
    [InlineData("Gunmen raided a farm on Apr. 28.", "2024-04-28", "2024-04-28")]
    [InlineData("Gunmen raided a farm on 2024-05-03.", "2024-05-03", "2024-05-03")]
    [InlineData("Gunmen raided farms between 3 and 5 May.", "2024-05-03", "2024-05-05")]
    [InlineData("Gunmen raided farms in April.", "2024-04-01", "2024-04-30")]
    [InlineData("Gunmen raided a farm on 14 Sawr 1403.", "2024-05-03", "2024-05-03")]
    public void Find_WrittenDate(string text, string from, string to)
    {
        var date = Assert.Single(Find(text, Published));
        Assert.Equal((from, to), (date.Period.From?.ToString("O"), date.Period.To?.ToString("O")));
        Assert.True(date.IsOccasion);
    }

    [Theory]
    [InlineData("Gunmen raided a farm on Monday.", "2024-05-13")]
    [InlineData("Gunmen raided a farm late on Wednesday.", "2024-05-15")]
    [InlineData("Gunmen raided a farm last Wednesday.", "2024-05-08")]
    [InlineData("Gunmen raided a farm on Tuesday of last week.", "2024-05-07")]
    [InlineData("Gunmen raided a farm yesterday.", "2024-05-14")]
    [InlineData("Gunmen raided a farm the day before yesterday.", "2024-05-13")]
    [InlineData("Gunmen raided a farm last night.", "2024-05-14")]
    [InlineData("Gunmen raided a farm this morning.", "2024-05-15")]
    [InlineData("Gunmen raided a farm three days ago.", "2024-05-12")]
    [InlineData("Gunmen raided a farm on Sunday [12 May].", "2024-05-12")]
    public void Find_DayReckonedFromThePublication(string text, string day)
    {
        var date = Find(text, Published)[0];
        Assert.Equal((day, TimePrecision.Day), (date.Period.From?.ToString("O"), date.Period.Precision));
        Assert.Equal(date.Period.From, date.Period.To);
    }

    [Theory]
    [InlineData("Herders fought last week.", "2024-05-06", "2024-05-12", TimePrecision.Week)]
    [InlineData("Herders fought last month.", "2024-04-01", "2024-04-30", TimePrecision.Month)]
    [InlineData("Herders have fought in recent weeks.", "2024-04-24", "2024-05-15", TimePrecision.Month)]
    [InlineData("Herders fought earlier this month.", "2024-05-01", "2024-05-15", TimePrecision.Month)]
    public void Find_PeriodIsNoMorePreciseThanTheText(string text, string from, string to, TimePrecision precision)
    {
        var period = Assert.Single(Find(text, Published)).Period;
        Assert.Equal((from, to, precision), (period.From?.ToString("O"), period.To?.ToString("O"), period.Precision));
    }

    [Theory]
    [InlineData("The governor said on Monday that calm had returned.", DateFlags.Speech)]
    [InlineData("The valley has been closed since Monday.", DateFlags.Duration)]
    [InlineData("Talks are scheduled for 20 May.", DateFlags.Future)]
    [InlineData("A raid in 2019 had emptied the village.", DateFlags.Background)]
    public void Find_DateThatIsNoOccasion(string text, DateFlags flag)
    {
        var date = Assert.Single(Find(text, Published));
        Assert.True(date.Flags.HasFlag(flag));
        Assert.False(date.IsOccasion);
    }

    [Fact]
    public void Find_WeekdayWithoutAnchor_IsUnknown() =>
        Assert.Equal(TimePrecision.Unknown, Assert.Single(Find("Gunmen raided a farm on Monday.", null)).Period.Precision);

    [Fact]
    public void Find_PublishedLateInTheOutletsOwnEvening_KeepsItsDay()
    {
        // 15 May in Islamabad, still 14 May in Greenwich.
        var early = new DateTimeOffset(2024, 5, 15, 1, 0, 0, TimeSpan.FromHours(5));
        Assert.Equal(new DateOnly(2024, 5, 15), Assert.Single(Find("Gunmen raided a farm today.", early)).Period.From);
    }

    [Fact]
    public void Find_WordRightAfterTheDateline_IsNoFilingDate()
    {
        var dates = Find("KHOST, Afghanistan (May 14, 2024)\nYesterday, guards stopped a lorry.", null);
        Assert.Equal(new DateOnly(2024, 5, 13), Assert.Single(dates, d => d.IsOccasion).Period.From);
    }

    [Theory]
    [InlineData("She met March and his wife.")]
    [InlineData("Villagers march every year, and may do so again.")]
    [InlineData("About 1,200 sheep were lost.")]
    public void Find_NoDate(string text) => Assert.Empty(Find(text, Published));
}
