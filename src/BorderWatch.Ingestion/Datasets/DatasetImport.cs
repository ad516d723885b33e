using System.Globalization;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Claims;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;
using CsvHelper;
using CsvHelper.Configuration;

namespace BorderWatch.Ingestion.Datasets;

/// <inheritdoc cref="IDatasetImport"/>
internal sealed class DatasetImport(OutletSource sources, ArticleIntake intake) : IDatasetImport
{
    private const int MostTold = 20;

    private const int LongestCell = 100_000;

    // Coded by people from reports: what remains is the coders' error.
    private const double Confidence = 0.95;

    private static readonly CsvConfiguration s_csv = new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        BadDataFound = null,
        MaxFieldSize = LongestCell,
    };

    /// <inheritdoc />
    public async Task<DatasetResult> ImportAsync(Stream csv, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return Refused(refusal);
        using var reader = new StreamReader(csv, leaveOpen: true);
        using var parser = new CsvParser(reader, s_csv);
        try
        {
            if (!await parser.ReadAsync()) return Refused("The file is empty.");
            string[] columns = [.. parser.Record!.Select(c => c.Trim().TrimStart('\uFEFF').ToLowerInvariant())];
            if (DatasetFormat.All.FirstOrDefault(f => f.Needed.All(columns.Contains)) is not { } format) return Refused(Unknown(columns));
            return await ImportAsync(parser, columns, format, by, progress, cancellation);
        }
        catch (MaxFieldSizeException)
        {
            return Refused($"Line {parser.RawRow} holds a cell of over {LongestCell} characters: a quotation mark may be missing there. What stands before it is taken over.");
        }
    }

    private async Task<DatasetResult> ImportAsync(CsvParser parser, string[] columns, DatasetFormat format, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        var source = await sources.OfAsync(format.Name, null, cancellation, SourceKind.Dataset);
        var refused = new List<string>();
        var sum = new PollResult(0, 0, 0, 0, 0, null);
        while (await parser.ReadAsync())
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = parser.Record!;
            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            sum = sum with { Items = sum.Items + 1 };
            try
            {
                var record = format.Read(new DatasetRow(columns, cells));
                progress?.Report(new PollProgress(sum.Items - 1, null, record.Title));
                var taken = await intake.TakeAsync(Incoming(source, record, format, by), cancellation);
                sum = sum with { NewArticles = sum.NewArticles + (taken.IsNew ? 1 : 0), NewIncidents = sum.NewIncidents + taken.NewIncidents, NewReports = sum.NewReports + taken.JoinedReports };
            }
            catch (DatasetRowException fault)
            {
                sum = sum with { Unreadable = sum.Unreadable + 1 };
                if (refused.Count < MostTold) refused.Add($"Line {parser.RawRow}: {fault.Message}");
            }
        }
        progress?.Report(new PollProgress(sum.Items, sum.Items, "Done"));
        return new DatasetResult(format.Name, sum, refused);
    }

    private static IncomingArticle Incoming(Source source, DatasetRecord record, DatasetFormat format, Caller by)
    {
        var title = ArticleWords.CleanTitle(record.Title);
        return new IncomingArticle(source.Id, source.Name, null, null, record.Id, record.PublishedAt, title, record.Text, null, by.Name)
        {
            Prepared = new PreparedReport(format.Reader, new ReportDraft(0, title.Length <= 300 ? title : $"{title.AsSpan(0, 299)}…", Confidence, record.Claims, [])),
        };
    }

    private static string Unknown(string[] columns)
    {
        var (format, missing) = DatasetFormat.All.Select(f => (f, f.Needed.Except(columns).ToList())).MinBy(f => f.Item2.Count);
        return missing.Count < format.Needed.Count / 2
            ? $"This looks like a file of {format.Name}, but has no column {string.Join(", ", missing)}: export it with all columns."
            : $"The file's columns are not those of {string.Join(" or ", DatasetFormat.All.Select(f => f.Name))}: their first line must name them.";
    }

    private static DatasetResult Refused(string error) => new(null, new PollResult(0, 0, 0, 0, 0, error), []);
}
