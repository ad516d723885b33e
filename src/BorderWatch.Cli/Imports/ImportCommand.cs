using System.CommandLine;
using BorderWatch.Cli.Database;
using BorderWatch.Cli.Ingest;
using BorderWatch.Ingestion.Backfilling;
using BorderWatch.Ingestion.Datasets;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Backfills;

namespace BorderWatch.Cli.Imports;

/// <summary><c>borderwatch import</c>: takes over incidents of datasets, and articles from folders and web archives.</summary>
internal static class ImportCommand
{
    private static readonly string[] s_datasets = [".csv", ".tsv"];

    private static readonly Argument<string> What = new("what")
    {
        Description = "A CSV file of ACLED or UCDP GED; a folder of HTML and text files; or a web archive (.warc, .warc.gz). The same again goes on where it was broken off.",
    };

    private static readonly Option<string?> Outlet = new("--outlet") { Description = "Whose articles a folder or web archive holds.", HelpName = "name" };

    private static readonly Option<string?> Country = new("--country") { Description = "The outlet's home country, ISO 3166-1 alpha-2." };

    private static readonly Option<string?> From = new("--from") { Description = "Only articles published on this day or later (UTC).", HelpName = "yyyy-mm-dd" };

    private static readonly Option<string?> To = new("--to") { Description = "Only articles published on this day or earlier (UTC).", HelpName = "yyyy-mm-dd" };

    public static Command Create()
    {
        var command = StoreCommand.Create("import", "Takes over incidents from a dataset, or an outlet's articles from a folder or a web archive.", RunAsync);
        command.Add(What);
        foreach (var option in (Option[])[Outlet, Country, From, To]) command.Add(option);
        return command;
    }

    private static Task<int> RunAsync(OpenStore store, ParseResult parsed, CancellationToken cancellation)
    {
        var what = parsed.GetRequiredValue(What);
        return s_datasets.Contains(Path.GetExtension(what), StringComparer.OrdinalIgnoreCase) ? DatasetAsync(store, what, cancellation) : ArchiveAsync(store, what, parsed, cancellation);
    }

    private static async Task<int> DatasetAsync(OpenStore store, string path, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return Refusal.Say($"There is no file {path}.");
        await using var file = File.OpenRead(path);
        var imported = await store.Get<IDatasetImport>().ImportAsync(file, Caller.Local, new ConsoleProgress(), cancellation);
        foreach (var refused in imported.Refused) await Console.Error.WriteLineAsync(refused.AsMemory(), cancellation);
        if (imported.Result.Unreadable > imported.Refused.Count) await Console.Error.WriteLineAsync($"… and {imported.Result.Unreadable - imported.Refused.Count} more.");
        if (imported.Error is { } error) return Refusal.Say(error);
        var result = imported.Result;
        Console.WriteLine($"{imported.Dataset}: {result.Items} records, {result.NewArticles} of them new or changed; {result.NewIncidents} new incidents, {result.NewReports} more reports of known ones{(result.Unreadable > 0 ? $"; {result.Unreadable} could not be read" : "")}.");
        return result.Unreadable > 0 ? 1 : 0;
    }

    private static async Task<int> ArchiveAsync(OpenStore store, string path, ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(Outlet) is not { Length: > 0 } outlet) return Refusal.Say("Say whose articles they are: --outlet \"Name\".");
        if (!Days.Read(parsed.GetValue(From), out var from) || !Days.Read(parsed.GetValue(To), out var to)) return Refusal.Say(Days.HowTo);
        var result = await store.Get<IArchiveImport>().ImportAsync(path, outlet, parsed.GetValue(Country)?.ToUpperInvariant(), from, to, Caller.Local, new ConsoleProgress(), cancellation);
        if (result.Progress is { } progress) BackfillPrinter.Print(progress);
        if (result.Error is { } error) return Refusal.Say(error);
        Console.WriteLine($"{result.NewIncidents} new incidents, {result.NewReports} more reports of known ones.");
        return result.Progress!.Counts.ContainsKey(BackfillOutcome.Failed) ? 1 : 0;
    }
}
