namespace BorderWatch.Store.Escalation;

/// <summary>
/// How much each week of the year usually stands above or below its year's mean: over the years that are known, the week itself and three on either
/// side, added up and drawn to 1 where there are few incidents. Weeks that stand out are cut first, so that one bad month is no season.
/// </summary>
public sealed class SeasonalShape
{
    private const int Year = ExpectedWeek.Year;

    // Of one year nothing tells a season from a bad month.
    private const int FewestYears = 2;

    private const int Beside = 3;

    // So many incidents of an even year are believed in beforehand.
    private const double Even = 10;

    private static readonly SeasonalShape s_none = new([]);

    private readonly double[] _factors;

    private SeasonalShape(double[] factors) => _factors = factors;

    /// <summary>The factor of a week by how far back it lies; 1 where no season is known.</summary>
    public double At(int back) => _factors.Length == 0 ? 1 : _factors[(back % Year + Year) % Year];

    /// <summary>The shape of weeks, the newest first.</summary>
    public static SeasonalShape Of(IReadOnlyList<int> weeks)
    {
        var years = weeks.Count / Year;
        if (years < FewestYears) return s_none;
        var (seen, expected) = (new double[Year], new double[Year]);
        for (var year = 0; year < years; year++)
        {
            var its = weeks.Skip(year * Year).Take(Year).ToArray();
            var (mean, dispersion, _) = ExpectedWeek.Fit(its, [.. Enumerable.Repeat(1.0, Year)]);
            var most = mean + 2.58 * Math.Sqrt(dispersion * mean);
            for (var week = 0; week < Year; week++)
            {
                for (var beside = -Beside; beside <= Beside; beside++)
                {
                    seen[week] += Math.Min(its[(week + beside + Year) % Year], most);
                    expected[week] += mean;
                }
            }
        }
        var factors = seen.Zip(expected, (count, mean) => (count + Even) / (mean + Even)).ToArray();
        var even = factors.Average();
        return new([.. factors.Select(factor => factor / even)]);
    }
}
