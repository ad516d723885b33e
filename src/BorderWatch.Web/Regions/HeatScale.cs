using System.Globalization;

namespace BorderWatch.Web.Regions;

/// <summary>Which of four depths of colour a number has: a quarter of the numbers each, as far as equal numbers allow. Zero has none.</summary>
public sealed class HeatScale
{
    private const int Depths = 4;

    private readonly int[] _bounds;

    /// <summary>For these numbers; zeros do not count.</summary>
    public HeatScale(IEnumerable<int> numbers)
    {
        var sorted = numbers.Where(number => number > 0).Order().ToArray();
        _bounds = sorted.Length == 0 ? [] : [.. Enumerable.Range(1, Depths).Select(quarter => sorted[(int)Math.Ceiling(quarter * sorted.Length / (double)Depths) - 1]).Distinct()];
    }

    /// <summary>0 for none, 1 for the fewest, at most 4.</summary>
    public int Of(int number) => number <= 0 ? 0 : Math.Min(_bounds.Count(bound => bound < number) + 1, Depths);

    /// <summary>What each depth stands for: "1", "2–4".</summary>
    public IReadOnlyList<(int Depth, string Words)> Legend =>
        [.. _bounds.Select((bound, at) => (at + 1, Range(at == 0 ? 1 : _bounds[at - 1] + 1, bound)))];

    private static string Range(int from, int to) => from >= to ? Number(to) : $"{Number(from)}–{Number(to)}";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
