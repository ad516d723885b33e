using System.Globalization;
using System.Text;
using BorderWatch.Store.Exports;
using CsvHelper;
using CsvHelper.Configuration;

namespace BorderWatch.Web.Exports;

/// <summary>Comma-separated, RFC 4180, UTF-8 with a mark at the front, by which spreadsheets know it.</summary>
internal static class CsvExport
{
    private static readonly string[] s_claimColumns = ["incident_id", "permalink", "field", "value", "quote", "source", "url", "published_at"];

    /// <summary>A line an incident.</summary>
    public static async Task WriteAsync(ExportSource source, IReadOnlyList<ExportColumn> columns, Spill output, CancellationToken cancellation)
    {
        await using var csv = Open(output);
        foreach (var column in columns) csv.WriteField(column.Name);
        await csv.NextRecordAsync();
        await foreach (var row in source.Rows(cancellation)) await LineAsync(csv, columns.Select(column => column.Value(row, source)), output, cancellation);
        await csv.FlushAsync();
    }

    /// <summary>A line a claim: what each report says of each field, in which words.</summary>
    public static async Task WriteClaimsAsync(ExportSource source, Spill output, CancellationToken cancellation)
    {
        await using var csv = Open(output);
        foreach (var column in s_claimColumns) csv.WriteField(column);
        await csv.NextRecordAsync();
        await foreach (var claim in source.Claims(cancellation)) await LineAsync(csv, Cells(claim, source), output, cancellation);
        await csv.FlushAsync();
    }

    /// <summary>A claim's cells, in the order of its columns.</summary>
    public static IEnumerable<object?> Cells(ExportClaim claim, ExportSource source) =>
    [
        claim.IncidentId.ToString(), source.Permalink(claim.IncidentId), ExportColumn.Word(claim.Field), claim.Value, claim.Quote, claim.Source, claim.Url, claim.PublishedAt,
    ];

    /// <summary>The claims' headings.</summary>
    public static IReadOnlyList<string> ClaimColumns => s_claimColumns;

    private static CsvWriter Open(Spill output) =>
        new(new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });

    private static async Task LineAsync(CsvWriter csv, IEnumerable<object?> cells, Spill output, CancellationToken cancellation)
    {
        foreach (var cell in cells) csv.WriteField(Text(cell));
        await csv.NextRecordAsync();
        if (!output.IsFull) return;
        await csv.FlushAsync();
        await output.SendAsync(cancellation);
    }

    private static string? Text(object? cell) => cell switch
    {
        string text => Harmless(text),
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    // A spreadsheet takes text that begins so for a formula (OWASP, "CSV Injection"): an apostrophe before it says that it is text.
    private static string Harmless(string text) => text.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
}
