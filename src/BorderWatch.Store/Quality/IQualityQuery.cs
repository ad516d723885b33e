using BorderWatch.Store.Accounts;
using BorderWatch.Store.Incidents;

namespace BorderWatch.Store.Quality;

/// <summary>How often editors found the extractor right, and each other. Each call needs <see cref="Permission.RuleOnIncidents"/>.</summary>
public interface IQualityQuery
{
    /// <summary>Counts what editors decided since a day: of the incidents that they confirmed or corrected, the newest 20,000.</summary>
    /// <param name="since">First day, UTC, inclusive.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<CommandResult<QualityReport>> ReadAsync(DateOnly since, Caller by, CancellationToken cancellation);

    /// <summary>The corrections behind a number, the newest first.</summary>
    /// <param name="slice">Which ones.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellation">Cancels the query.</param>
    Task<CommandResult<IReadOnlyList<CorrectedField>>> BehindAsync(QualitySlice slice, int most, Caller by, CancellationToken cancellation);
}

/// <summary>What became of one field of one incident that an editor looked at.</summary>
public enum FieldOutcome
{
    /// <summary>The incident was confirmed, and the field left as it was extracted.</summary>
    Left,

    /// <summary>An editor ruled what a report had been read to say.</summary>
    Chosen,

    /// <summary>An editor ruled otherwise than any report was read to say.</summary>
    Changed,

    /// <summary>An editor ruled on what no report was read to say.</summary>
    Added,

    /// <summary>An editor ruled that nothing is known.</summary>
    Removed,
}

/// <summary>How many of how many.</summary>
/// <param name="Agreed">So many.</param>
/// <param name="All">Of so many.</param>
public readonly record struct Agreement(int Agreed, int All)
{
    /// <summary>Fewer than this say little.</summary>
    public const int Few = 30;

    /// <summary>The others.</summary>
    public int Differed => All - Agreed;

    /// <summary>True where it says little.</summary>
    public bool IsSmall => All < Few;

    /// <summary>The range that holds the true share with 95 % confidence (Wilson's score interval), 0 to 1; the whole range where nothing was counted.</summary>
    public (double Low, double High) Range()
    {
        if (All == 0) return (0, 1);
        const double z = 1.959964;
        double n = All;
        var share = Agreed / n;
        var middle = share + (z * z / (2 * n));
        var spread = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        var scale = 1 + (z * z / n);
        return (Math.Max(0, (middle - spread) / scale), Math.Min(1, (middle + spread) / scale));
    }
}

/// <summary>One field.</summary>
/// <param name="Field">Which.</param>
/// <param name="Counts">How often each outcome.</param>
public sealed record FieldQuality(ClaimField Field, IReadOnlyDictionary<FieldOutcome, int> Counts)
{
    /// <summary>How often.</summary>
    public int Of(FieldOutcome outcome) => Counts.GetValueOrDefault(outcome);

    /// <summary>Left or chosen, of all.</summary>
    public Agreement Agreement => new(Of(FieldOutcome.Left) + Of(FieldOutcome.Chosen), Counts.Values.Sum());
}

/// <summary>One month of editors' work.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Agreement">Fields left or chosen, of all that were looked at.</param>
public sealed record MonthQuality(DateOnly Month, Agreement Agreement);

/// <summary>One source.</summary>
/// <param name="Id">The source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Agreement">Fields of its reports that were left, or ruled as its report was read.</param>
public sealed record SourceQuality(Guid Id, string Name, Agreement Agreement);

/// <summary>Two editors on one field.</summary>
/// <param name="Field">Which.</param>
/// <param name="Agreement">How often the second ruled as the first.</param>
public sealed record EditorQuality(ClaimField Field, Agreement Agreement);

/// <summary>All of it.</summary>
/// <param name="Incidents">How many incidents editors looked at.</param>
/// <param name="IsCut">True where there were more than are counted.</param>
/// <param name="Fields">By field, in the order of the fields.</param>
/// <param name="Months">By month, oldest first; months without any work left out.</param>
/// <param name="Sources">By source, the most fields first; at most 100.</param>
/// <param name="Editors">By field where a second editor ruled after a first.</param>
public sealed record QualityReport(
    int Incidents, bool IsCut, IReadOnlyList<FieldQuality> Fields, IReadOnlyList<MonthQuality> Months, IReadOnlyList<SourceQuality> Sources, IReadOnlyList<EditorQuality> Editors);

/// <summary>Which corrections: parts that are null ask for nothing.</summary>
/// <param name="Since">First day, UTC.</param>
public sealed record QualitySlice(DateOnly Since)
{
    /// <summary>One field.</summary>
    public ClaimField? Field { get; init; }

    /// <summary>One outcome; null for all but left and chosen.</summary>
    public FieldOutcome? Outcome { get; init; }

    /// <summary>The first day of one month.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>One source: where its report was read otherwise than was ruled.</summary>
    public Guid? SourceId { get; init; }

    /// <summary>True: where a second editor ruled otherwise than the first, instead of editors and extractor.</summary>
    public bool BetweenEditors { get; init; }
}

/// <summary>One correction.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Title">Its title.</param>
/// <param name="Field">The field.</param>
/// <param name="Before">What reports were read to say; or what the first editor ruled.</param>
/// <param name="Ruled">What was ruled.</param>
/// <param name="By">By whom.</param>
/// <param name="BeforeBy">The first editor; null where it was the extractor.</param>
/// <param name="At">When, UTC.</param>
public sealed record CorrectedField(
    Guid IncidentId, string Title, ClaimField Field, IReadOnlyList<ClaimValue> Before, IReadOnlyList<ClaimValue> Ruled, string By, string? BeforeBy, DateTimeOffset At);
