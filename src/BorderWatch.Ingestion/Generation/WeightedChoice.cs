namespace BorderWatch.Ingestion.Generation;

/// <summary>Draws from a list, each item as often as its weight says.</summary>
internal sealed class WeightedChoice<T>
{
    private readonly IReadOnlyList<T> _items;
    private readonly double[] _upTo;

    /// <summary>Over some items; their weights are not negative, and one of them is positive.</summary>
    public WeightedChoice(IReadOnlyList<T> items, Func<T, int, double> weight)
    {
        (_items, _upTo) = (items, new double[items.Count]);
        var sum = 0.0;
        for (var i = 0; i < items.Count; i++) _upTo[i] = sum += weight(items[i], i);
    }

    /// <summary>One of them.</summary>
    public T Draw(Random random)
    {
        var found = Array.BinarySearch(_upTo, random.NextDouble() * _upTo[^1]);
        return _items[Math.Min(found < 0 ? ~found : found + 1, _items.Count - 1)];
    }
}
