using System.Collections;
using System.Runtime.CompilerServices;

namespace BorderWatch.Extraction.Text;

/// <summary>
/// A list that does not change, read by reference: rules look at tokens and lexemes some thousand times a sentence, and neither a copy of the
/// struct nor a call through an interface is worth it each time.
/// </summary>
[CollectionBuilder(typeof(Sequences), nameof(Sequences.Of))]
public sealed class Sequence<T> : IReadOnlyList<T>
{
    private readonly T[] items;
    private readonly int first;

    /// <summary>Takes the first of the items over, without copying them.</summary>
    internal Sequence(T[] items, int count) : this(items, 0, count) { }

    private Sequence(T[] items, int first, int count) => (this.items, this.first, Count) = (items, first, count);

    /// <inheritdoc />
    public int Count { get; }

    /// <summary>The item at an index, from 0.</summary>
    public ref readonly T this[int index] => ref items[first + index];

    T IReadOnlyList<T>.this[int index] => items[first + index];

    /// <summary>So many items from one on; they are not copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
    public Sequence<T> Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Count);
        return new(items, first + start, length);
    }

    /// <summary>Enumerates the items in order.</summary>
    public Enumerator GetEnumerator() => new(items, first, first + Count);

    IEnumerator<T> IEnumerable<T>.GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return items[first + i];
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    /// <summary>Goes over the items in order.</summary>
    public struct Enumerator
    {
        private readonly T[] items;
        private readonly int end;
        private int at;

        internal Enumerator(T[] items, int first, int end) => (this.items, this.end, at) = (items, end, first - 1);

        /// <summary>The item that it stands at.</summary>
        public readonly T Current => items[at];

        /// <summary>On to the next item; false where there is none.</summary>
        public bool MoveNext() => ++at < end;
    }
}

/// <summary>Makes sequences.</summary>
public static class Sequences
{
    /// <summary>A sequence of the given items.</summary>
    public static Sequence<T> Of<T>(ReadOnlySpan<T> items) => new(items.ToArray(), items.Length);
}
