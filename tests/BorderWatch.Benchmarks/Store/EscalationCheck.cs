using BorderWatch.Store.Escalation;
using MathNet.Numerics.Distributions;

namespace BorderWatch.Benchmarks.Store;

/// <summary>
/// How soon the watch notices an escalation, and how often it cries wolf, beside a plain mean plus two standard deviations of the 52 weeks before.
/// Both look every day at the last seven and are silent for 28 days after a notice. Each series has three years of history, in every year of it one
/// burst of four to eight weeks with three to five times as much, a season in half of the series, and in the watched year one escalation of eight
/// weeks. Run: <c>dotnet run -c Release --project tests/BorderWatch.Benchmarks -- escalation</c>
/// </summary>
internal static class EscalationCheck
{
    private const int Series = 100;
    private const int Year = 364;
    private const int HistoryDays = 3 * Year + 21;
    private const int EscalationDays = 56;
    private const int SilentDays = 28;

    public static int Run()
    {
        Console.WriteLine("| a week | clusters of | escalation | watch: noticed | days | false a year | mean + 2 sd: noticed | days | false a year |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var cluster in new[] { 1.0, 2.0 })
        {
            foreach (var factor in new[] { 2.0, 3.0 })
            {
                foreach (var weekly in new[] { 0.5, 2.0, 6.0, 20.0 })
                {
                    var seen = new (Outcome Watch, Outcome Plain)[Series];
                    Parallel.For(0, Series, n => seen[n] = Try(new Random(n), weekly, cluster, factor, n % 2 == 0 ? 0 : 0.4));
                    Console.WriteLine(FormattableString.Invariant($"| {weekly} | {cluster} | × {factor} | {Words(seen, o => o.Watch)} | {Words(seen, o => o.Plain)} |"));
                }
            }
        }
        return 0;
    }

    private static (Outcome Watch, Outcome Plain) Try(Random random, double weekly, double cluster, double factor, double season)
    {
        var onset = HistoryDays + random.Next(35, Year - EscalationDays - 35);
        var phase = random.NextDouble() * Year;
        var rates = Enumerable.Range(0, HistoryDays + Year).Select(day => weekly / 7 * (1 + season * Math.Cos(2 * Math.PI * (day - phase) / Year))).ToArray();
        for (var year = 0; year < 3; year++)
        {
            var (begin, length, times) = (year * Year + random.Next(Year - 56), random.Next(28, 57), 3 + 2 * random.NextDouble());
            for (var day = begin; day < begin + length; day++) rates[day] *= times;
        }
        for (var day = onset; day < onset + EscalationDays; day++) rates[day] *= factor;
        var days = rates.Select(rate => Day(random, rate / cluster, cluster)).ToArray();
        var counts = new DailyCounts(DateOnly.MinValue, days);
        return (
            Watch(onset, day => counts.WeekTo(DateOnly.FromDayNumber(day)) is var (count, expected) && expected?.Of(count) == RangeVerdict.Above),
            Watch(onset, day => IsPlainlyHigh(days, day)));
    }

    // Clusters of geometric size: attacks bring attacks. A mean of 1 is a Poisson process.
    private static int Day(Random random, double clusters, double size)
    {
        var count = Poisson.Sample(random, clusters);
        return size > 1 ? Enumerable.Range(0, count).Sum(_ => Geometric.Sample(random, 1 / size)) : count;
    }

    private static bool IsPlainlyHigh(int[] days, int last)
    {
        var weeks = Enumerable.Range(0, 53).Select(back => days[(last - 7 * back - 6)..(last - 7 * back + 1)].Sum()).ToArray();
        var mean = weeks.Skip(1).Average();
        var deviation = Math.Sqrt(weeks.Skip(1).Sum(week => (week - mean) * (week - mean)) / 51);
        return weeks[0] > mean + 2 * deviation;
    }

    private static Outcome Watch(int onset, Func<int, bool> isHigh)
    {
        var (silentTo, delay, wrong) = (0, (int?)null, 0);
        for (var day = HistoryDays; day < HistoryDays + Year; day++)
        {
            if (day < silentTo || !isHigh(day)) continue;
            silentTo = day + SilentDays;
            // A week after its end the last seven days still hold a part of it.
            if (day >= onset && day < onset + EscalationDays) delay ??= day - onset + 1;
            else if (day < onset || day > onset + EscalationDays + 7) wrong++;
        }
        return new(delay, wrong);
    }

    private static string Words((Outcome Watch, Outcome Plain)[] seen, Func<(Outcome Watch, Outcome Plain), Outcome> of)
    {
        var outcomes = seen.Select(of).ToList();
        var delays = outcomes.Where(o => o.Delay is not null).Select(o => o.Delay!.Value).Order().ToList();
        var median = delays.Count == 0 ? "–" : FormattableString.Invariant($"{delays[delays.Count / 2]}");
        return FormattableString.Invariant($"{100.0 * delays.Count / outcomes.Count:0} % | {median} | {outcomes.Average(o => o.False):0.0}");
    }

    private sealed record Outcome(int? Delay, int False);
}
