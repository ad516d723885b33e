using BorderWatch.Store.Incidents;

namespace BorderWatch.Ingestion.Tests.Claims;

/// <summary>The rule "newest figure, widest range".</summary>
public sealed class CasualtyDerivationTests
{
    [Fact]
    public void RisingToll_TakesTheNewest_WithoutConflict()
    {
        var derived = new Told().Killed("A", "2026-11-01T08:00", 11).Killed("B", "2026-11-01T12:00", 14).Derive();

        Assert.Equal(new CasualtyCount(11, 14, 14), derived.Killed);
        Assert.Empty(derived.Conflicts);
    }

    [Fact]
    public void LowerFigureOfAnotherOutlet_IsAConflict_AndTheRangeSpansBoth()
    {
        var derived = new Told().Killed("A", "2026-11-01T08:00", 14).Killed("B", "2026-11-01T12:00", 11).Derive();

        Assert.Equal(new CasualtyCount(11, 11, 14), derived.Killed);
        Assert.Equal(["killed"], derived.Conflicts);
    }

    [Fact]
    public void OutletThatCorrectsItself_ContradictsNobody()
    {
        var derived = new Told().Killed("A", "2026-11-01T08:00", 14).Killed("A", "2026-11-01T12:00", 11).Derive();

        Assert.Equal(new CasualtyCount(11, 11, 11), derived.Killed);
        Assert.Empty(derived.Conflicts);
    }

    [Fact]
    public void OutletThatSpeaksOfSomeVictims_TakesNothingBack()
    {
        var derived = new Told().Killed("A", "2026-11-01T08:00", 12).Killed("A", "2026-11-04T12:00", 1).Derive();

        Assert.Equal(new CasualtyCount(12, 12, 12), derived.Killed);
        Assert.Empty(derived.Conflicts);
    }

    [Fact]
    public void AtLeast_HasNoBest()
    {
        Assert.Equal(new CasualtyCount(14, null, null), new Told().Killed("A", "2026-11-01T08:00", 14, null, null).Derive().Killed);
        Assert.Equal(new CasualtyCount(11, null, null), new Told().Killed("A", "2026-11-01T08:00", 11).Killed("B", "2026-11-01T12:00", 14, null, null).Derive().Killed);
    }

    [Fact]
    public void FigureAfterAtLeast_IsTheBest() =>
        Assert.Equal(new CasualtyCount(14, 15, 15), new Told().Killed("A", "2026-11-01T08:00", 14, null, null).Killed("B", "2026-11-01T12:00", 15).Derive().Killed);

    [Fact]
    public void FigureBelowAnothersAtLeast_IsAConflict() =>
        Assert.Equal(["killed"], new Told().Killed("A", "2026-11-01T08:00", 14, null, null).Killed("B", "2026-11-01T12:00", 9).Derive().Conflicts);

    [Fact]
    public void Nothing_IsNotZero()
    {
        var derived = new Told().Report("A", "2026-11-01T08:00").Derive();

        Assert.Equal((CasualtyCount.Unsaid, CasualtyCount.Unsaid), (derived.Killed, derived.Abducted));
    }

    [Fact]
    public void Ranges_NeverCross()
    {
        var random = new Random(11);
        for (var round = 0; round < 3000; round++)
        {
            var told = new Told();
            for (var n = random.Next(1, 6); n > 0; n--)
            {
                var low = random.Next(4) == 0 ? (int?)null : random.Next(30);
                var best = random.Next(3) == 0 ? (int?)null : (low ?? 0) + random.Next(10);
                var high = random.Next(3) == 0 ? (int?)null : (best ?? low ?? 0) + random.Next(10);
                if (low is null && best is null && high is null) continue;
                told.Killed($"{random.Next(3)}", $"2026-11-01T{n:00}:00", low, best, high);
            }
            var killed = told.Report("Z", "2026-11-01T00:00").Derive().Killed;
            Assert.True((killed.Low ?? 0) <= (killed.Best ?? killed.Low ?? 0) && (killed.Best ?? killed.Low ?? 0) <= (killed.High ?? int.MaxValue), killed.ToString());
        }
    }
}
