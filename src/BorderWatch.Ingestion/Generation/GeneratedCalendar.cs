namespace BorderWatch.Ingestion.Generation;

/// <summary>When generated incidents happen: more from year to year, fewer in winter, and now and then many in one place within days.</summary>
internal sealed class GeneratedCalendar
{
    private const double ShareInBursts = 0.12;
    private const double Growth = 1.6; // The last day has so many times more than the first, above it.

    private readonly DateOnly _first;
    private readonly int _days;
    private readonly IReadOnlyList<(GeneratedPlaces.Spot Where, int Day, int Length)> _bursts;

    /// <summary>Over a period that ends with <paramref name="last"/>.</summary>
    public GeneratedCalendar(DateOnly last, int years, GeneratedPlaces places, Random random)
    {
        _first = last.AddYears(-years).AddDays(1);
        _days = last.DayNumber - _first.DayNumber + 1;
        _bursts = [.. Enumerable.Range(0, 30 * years).Select(_ => (places.Draw(random), random.Next(_days), 3 + random.Next(19)))];
    }

    /// <summary>A day, and the place of the burst that it belongs to; null outside one.</summary>
    public (DateOnly Day, GeneratedPlaces.Spot? Where) Draw(Random random)
    {
        if (random.NextDouble() < ShareInBursts)
        {
            var burst = _bursts[random.Next(_bursts.Count)];
            return (_first.AddDays(Math.Min(burst.Day + random.Next(burst.Length), _days - 1)), burst.Where);
        }
        while (true)
        {
            var day = random.Next(_days);
            var season = 1 + 0.25 * Math.Sin(2 * Math.PI * ((_first.DayNumber + day) % 365.25 - 100) / 365.25);
            if (random.NextDouble() * (1 + Growth) * 1.25 < (1 + Growth * day / _days) * season) return (_first.AddDays(day), null);
        }
    }
}
