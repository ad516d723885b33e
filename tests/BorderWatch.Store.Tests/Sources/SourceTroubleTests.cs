using BorderWatch.Store.Sources;

namespace BorderWatch.Store.Tests.Sources;

/// <summary>When a source is said to have broken or fallen silent.</summary>
public sealed class SourceTroubleTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void WellAndRegular_IsNone() => Assert.Null(Trouble(Daily(0, 1, 2, 3, 4, 5), s_now.AddHours(-3)));

    [Fact]
    public void SilentForMoreThanTwiceItsLongestPause_IsSilent()
    {
        // Its longest pause was three days.
        var days = Daily(7, 8, 11, 12, 13);

        Assert.Equal(new SourceTrouble(SourceTroubleKind.Silent, s_now.AddDays(-6.5), 3), Trouble(days, s_now.AddDays(-6.5)));
        Assert.Null(Trouble(Daily(5, 6, 9, 10, 11), s_now.AddDays(-5.5)));
    }

    [Fact]
    public void SilentForOneNight_IsNone() => Assert.Null(Trouble(Daily(1, 2, 3, 4, 5, 6), s_now.AddHours(-35)));

    [Fact]
    public void FewDays_TellNoRhythm() => Assert.Null(Trouble(Daily(20, 21, 22, 23), s_now.AddDays(-20)));

    [Fact]
    public void SilentLongerThanIsLooked_IsSilent() =>
        Assert.Equal(new SourceTrouble(SourceTroubleKind.Silent, s_now.AddDays(-80)), Trouble([], s_now.AddDays(-80)));

    [Fact]
    public void ThreeFailuresInARow_OrADayOfThem_IsFailing()
    {
        var last = s_now.AddHours(-2);
        Assert.Null(Trouble(Daily(0), last, s => (s.LastError, s.ConsecutiveFailures, s.LastSucceededAt) = ("No answer.", 2, last)));
        Assert.Equal(new SourceTrouble(SourceTroubleKind.Failing, last), Trouble(Daily(0), last, s => (s.LastError, s.ConsecutiveFailures, s.LastSucceededAt) = ("No answer.", 3, last)));
        Assert.Equal(SourceTroubleKind.Failing, Trouble(Daily(0), last, s => (s.LastError, s.ConsecutiveFailures, s.LastSucceededAt) = ("No answer.", 1, s_now.AddDays(-2)))?.Kind);
    }

    [Fact]
    public void NobodyPolls_IsSaid() =>
        Assert.Equal(new SourceTrouble(SourceTroubleKind.NotPolled, s_now.AddHours(-27)), Trouble(Daily(1), s_now.AddDays(-1), s => s.LastPolledAt = s_now.AddHours(-27)));

    [Fact]
    public void HalfOfTheWeekUnreadable_IsSaid()
    {
        var days = new Dictionary<int, int> { [0] = 3, [6] = 3, [7] = 90 };

        Assert.Equal(new SourceTrouble(SourceTroubleKind.Unreadable, s_now.AddDays(-7), null, 3, 6), Trouble(days, s_now.AddHours(-1), unreadable: 3));
        Assert.Null(Trouble(days, s_now.AddHours(-1), unreadable: 2));
    }

    [Fact]
    public void SwitchedOff_IsLeftAlone() =>
        Assert.Null(Trouble([], s_now.AddDays(-80), s => (s.IsEnabled, s.LastError, s.ConsecutiveFailures) = (false, "Gone.", 9)));

    private static Dictionary<int, int> Daily(params int[] ago) => ago.ToDictionary(day => day, _ => 2);

    private static SourceTrouble? Trouble(Dictionary<int, int> days, DateTimeOffset last, Action<Source>? change = null, int unreadable = 0)
    {
        var source = new Source
        {
            Name = "Wire",
            Kind = SourceKind.Feed,
            FeedUrl = "https://wire.example/rss",
            CreatedAt = s_now.AddDays(-200),
            LastPolledAt = s_now.AddMinutes(-20),
            LastSucceededAt = s_now.AddMinutes(-20),
        };
        change?.Invoke(source);
        return SourceTrouble.Of(new SourceView(source, 500, 50, last), days, unreadable, s_now);
    }
}
