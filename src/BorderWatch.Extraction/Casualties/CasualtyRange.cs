namespace BorderWatch.Extraction.Casualties;

/// <summary>
/// A number of people as UCDP counts: at least, most likely, at most. "More than a dozen" is low 13 with neither best nor
/// high; "three" is 3, 3, 3. A bound is null where the text gives none.
/// </summary>
public readonly record struct CasualtyRange
{
    /// <summary>Makes a range.</summary>
    /// <exception cref="ArgumentException">A bound is negative, or low ≤ best ≤ high does not hold.</exception>
    public CasualtyRange(int? low, int? best, int? high)
    {
        if (low < 0 || best < 0 || high < 0) throw new ArgumentException("A count of people cannot be negative.");
        if (low > best || best > high || low > high)
            throw new ArgumentException($"A casualty range needs low ≤ best ≤ high, not {low}, {best}, {high}.");
        (Low, Best, High) = (low, best, high);
    }

    /// <summary>At least so many; null where the text gives no lower bound.</summary>
    public int? Low { get; }

    /// <summary>The likeliest number; null where the text does not commit itself to one.</summary>
    public int? Best { get; }

    /// <summary>At most so many; null where the text gives no upper bound.</summary>
    public int? High { get; }

    /// <summary>A number that the text states outright.</summary>
    public static CasualtyRange Exactly(int count) => new(count, count, count);

    /// <summary>A lower bound alone: "at least nine", "several" (three by convention).</summary>
    public static CasualtyRange AtLeast(int count) => new(count, null, null);

    /// <inheritdoc />
    public override string ToString() => this switch
    {
        { Best: { } best } when Low == best && High == best => $"{best}",
        { Best: { } best, Low: null, High: null } => $"about {best}",
        { Best: { } best } => $"{best} ({Low?.ToString() ?? "?"}–{High?.ToString() ?? "?"})",
        { Low: { } low, High: { } high } => $"{low}–{high}",
        { Low: { } low } => $"at least {low}",
        { High: { } high } => $"at most {high}",
        _ => "unknown",
    };
}
