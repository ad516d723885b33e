using System.Globalization;
using BorderWatch.Extraction.Places;

namespace BorderWatch.Ingestion.Datasets;

/// <summary>A row of a dataset's file, its cells by the name of their column.</summary>
/// <param name="columns">The file's columns, in their order.</param>
/// <param name="cells">The row's cells; those that it lacks are empty.</param>
internal sealed class DatasetRow(IReadOnlyList<string> columns, IReadOnlyList<string> cells)
{
    private static readonly DateOnly s_earliest = new(1900, 1, 1);

    private static readonly string[] s_dateFormats = ["yyyy-MM-dd", "d MMMM yyyy", "dd-MMM-yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff"];

    /// <summary>Every column with its cell, in the file's order.</summary>
    public IEnumerable<(string Column, string Cell)> Cells => columns.Select((column, n) => (column, n < cells.Count ? cells[n] : ""));

    /// <summary>A cell, trimmed; null where it is empty or the file has no such column.</summary>
    public string? Find(string column)
    {
        for (var n = 0; n < columns.Count && n < cells.Count; n++)
        {
            if (columns[n] == column) return string.IsNullOrWhiteSpace(cells[n]) ? null : cells[n].Trim();
        }
        return null;
    }

    /// <summary>A cell that must not be empty.</summary>
    public string Text(string column) => Find(column) ?? throw new DatasetRowException($"\"{column}\" is empty.");

    /// <summary>A whole number of people or a code.</summary>
    public int Whole(string column) => Number(column) is var number && number is >= 0 and <= 1_000_000 && number == Math.Floor(number)
        ? (int)number : throw Expected(column, "a whole number from 0 to 1,000,000");

    /// <summary>WGS 84 degrees.</summary>
    public double Degrees(string column, double most) => Number(column) is var number && Math.Abs(number) <= most
        ? number : throw Expected(column, $"degrees from -{most} to {most}");

    /// <summary>A day, as these datasets write it: "2025-11-26" or "26 November 2025".</summary>
    public DateOnly Day(string column) =>
        DateTime.TryParseExact(Text(column), s_dateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && DateOnly.FromDateTime(day) is var date && date >= s_earliest && date.Year < 2200
            ? date : throw Expected(column, "a day such as 2025-11-26");

    /// <summary>ISO 3166-1 alpha-2 of a country's name; null where the name is not known, and then no country is claimed.</summary>
    public string? Country(string column) => Find(column) is not { } name ? null
        : CountryLexicon.CodeOfName(name) ?? (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? CountryLexicon.CodeOfName(name.AsSpan(0, bracket).Trim()) : null);

    private double Number(string column) =>
        double.TryParse(Text(column), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : throw Expected(column, "a number");

    private DatasetRowException Expected(string column, string what) => new($"\"{column}\" is \"{Short(Text(column))}\"; {what} is expected.");

    private static string Short(string cell) => cell.Length <= 40 ? cell : $"{cell.AsSpan(0, 40)}…";
}
