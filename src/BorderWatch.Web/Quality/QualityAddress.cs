using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Quality;

namespace BorderWatch.Web.Quality;

/// <summary>What the quality page shows, as its address says it.</summary>
/// <param name="Months">How many months back.</param>
/// <param name="Behind">Which corrections are listed; null for none.</param>
public sealed record QualityAddress(int Months, QualitySlice? Behind)
{
    /// <summary>The choices of how far back.</summary>
    public static IReadOnlyList<int> Choices { get; } = [3, 12, 36];

    private const int Usual = 12;

    /// <summary>Reads an address; what makes no sense is passed over.</summary>
    public static QualityAddress Parse(string uri, DateOnly today)
    {
        var query = System.Web.HttpUtility.ParseQueryString(new Uri(uri).Query);
        var months = int.TryParse(query["months"], CultureInfo.InvariantCulture, out var said) && Choices.Contains(said) ? said : Usual;
        var slice = new QualitySlice(Since(months, today))
        {
            Field = Enum.TryParse<ClaimField>(query["field"], out var field) && Enum.IsDefined(field) ? field : null,
            Outcome = Enum.TryParse<FieldOutcome>(query["what"], out var outcome) && outcome is FieldOutcome.Changed or FieldOutcome.Added or FieldOutcome.Removed ? outcome : null,
            Month = DateOnly.TryParseExact(query["month"], "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null,
            SourceId = Guid.TryParse(query["source"], out var source) ? source : null,
            BetweenEditors = query["between"] == "editors",
        };
        return new(months, slice == new QualitySlice(slice.Since) ? null : slice);
    }

    /// <summary>The first day of the period: whole months, this one included.</summary>
    public static DateOnly Since(int months, DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);

    /// <summary>The page over another period.</summary>
    public static string Of(int months) => $"/quality?months={months}";

    /// <summary>The corrections behind a number of this page.</summary>
    public string To(ClaimField? field = null, FieldOutcome? what = null, DateOnly? month = null, Guid? source = null, bool betweenEditors = false)
    {
        var address = Of(Months);
        if (field is not null) address += $"&field={field}";
        if (what is not null) address += $"&what={what}";
        if (month is { } first) address += $"&month={first.ToString("yyyy-MM", CultureInfo.InvariantCulture)}";
        if (source is not null) address += $"&source={source}";
        if (betweenEditors) address += "&between=editors";
        return $"{address}#behind";
    }
}
