using System.IO.Compression;
using System.Text;
using BorderWatch.Ingestion.Backfilling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Backfills;
using BorderWatch.Testing;

namespace BorderWatch.Ingestion.Tests.Backfilling;

/// <summary>An outlet's articles from a folder and from a web archive.</summary>
public sealed class ArchiveImportTests(PostgresFixture postgres) : PipelineTest(postgres), IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Folder_PagesAndTexts_AreTakenInOnce()
    {
        Directory.CreateDirectory(_folder["2026"]);
        await File.WriteAllTextAsync(_folder["2026/page.html"], Page("Kandahar"), Stop);
        await File.WriteAllTextAsync(_folder["2026-11-03 herat.txt"], $"Bomb in Herat\n\n{Sample.Bomb("Herat")}", Stop);
        await File.WriteAllTextAsync(_folder["undated.txt"], Sample.Bomb("Farah"), Stop);
        await File.WriteAllTextAsync(_folder["picture.png"], "not looked at", Stop);

        var result = await ImportAsync(_folder.Path);

        Assert.Null(result.Error);
        Assert.Equal((3, 2, 1, 2), (result.Progress!.Total, Count(result, BackfillOutcome.Taken), Count(result, BackfillOutcome.Failed), result.NewIncidents));
        Assert.Equal([Day("2026-11-03").AddHours(-12), Day("2026-11-10")], (await ArticlesAsync()).Select(a => a.PublishedAt!.Value).Order());
        Assert.Contains((await ArticlesAsync()).SelectMany(a => a.Revisions), r => r.Title == "Bomb in Herat" && r.Text.StartsWith("Four people", StringComparison.Ordinal));

        var again = await ImportAsync(_folder.Path);
        Assert.Equal((0, 2), (Count(again, BackfillOutcome.Taken), Count(again, BackfillOutcome.Known)));
        Assert.Equal(2, (await ArticlesAsync()).Count);
    }

    [Fact]
    public async Task BrokenOff_GoesOnWithWhatIsLeft()
    {
        foreach (var n in Enumerable.Range(1, 5)) await File.WriteAllTextAsync(_folder[$"2026-11-0{n} town.txt"], Sample.Bomb($"Town {n}"), Stop);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var seen = new StopAfter(3, stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Import.ImportAsync(_folder.Path, "First", "AF", null, null, Caller.Local, seen, stop.Token));
        var had = (await ArticlesAsync()).Count;
        Assert.InRange(had, 1, 4);

        var result = await ImportAsync(_folder.Path);

        Assert.Equal((5, 5), (result.Progress!.Total, Count(result, BackfillOutcome.Taken)));
        Assert.Equal(5, (await ArticlesAsync()).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WebArchive_PagesWithin_AreRead(bool packed)
    {
        var records = new MemoryStream();
        Record(records, packed, "warcinfo", null, "application/warc-fields", Encoding.UTF8.GetBytes("software: sample\r\n"));
        Record(records, packed, "request", "https://first.example/a", "application/http; msgtype=request", Encoding.UTF8.GetBytes("GET /a HTTP/1.1\r\n\r\n"));
        Record(records, packed, "response", "https://first.example/a", "application/http; msgtype=response", Answer(200, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(Page("Kandahar"))));
        Record(records, packed, "response", "https://first.example/b", "application/http; msgtype=response", Answer(200, "text/html", Gzip(Page("Herat")), "Content-Encoding: gzip"));
        Record(records, packed, "response", "https://first.example/c", "application/http; msgtype=response", Answer(200, "text/html", Chunked(Page("Farah")), "Transfer-Encoding: chunked"));
        Record(records, packed, "response", "https://first.example/gone", "application/http; msgtype=response", Answer(404, "text/html", Encoding.UTF8.GetBytes(Page("Zaranj"))));
        Record(records, packed, "response", "https://first.example/logo.png", "application/http; msgtype=response", Answer(200, "image/png", [1, 2, 3]));
        Record(records, packed, "response", "https://first.example/damaged", "application/http; msgtype=response", Answer(200, "text/html", [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8], "Content-Encoding: gzip"));
        await File.WriteAllBytesAsync(_folder["archive.warc"], records.ToArray(), Stop);

        var result = await ImportAsync(_folder["archive.warc"]);

        Assert.Null(result.Error);
        Assert.Equal((4, 3, 1), (result.Progress!.Total, Count(result, BackfillOutcome.Taken), Count(result, BackfillOutcome.Failed)));
        Assert.Equal(["https://first.example/a", "https://first.example/b", "https://first.example/c"], (await ArticlesAsync()).Select(a => a.CanonicalUrl).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ArchiveThatBreaksOff_KeepsWhatStoodBefore()
    {
        var records = new MemoryStream();
        Record(records, false, "response", "https://first.example/a", "application/http", Answer(200, "text/html", Encoding.UTF8.GetBytes(Page("Kandahar"))));
        Record(records, false, "response", "https://first.example/b", "application/http", Answer(200, "text/html", Encoding.UTF8.GetBytes(Page("Herat"))));
        await File.WriteAllBytesAsync(_folder["archive.warc"], records.ToArray()[..^500], Stop);

        var result = await ImportAsync(_folder["archive.warc"]);

        Assert.Equal("The archive cannot be read on: Record 2 of the archive breaks off. What was taken in before is kept.", result.Error);
        Assert.Single(await ArticlesAsync());
    }

    [Fact]
    public async Task FileThatIsNoArchive_AndPathThatIsNot_AreRefusedInASentence()
    {
        await File.WriteAllTextAsync(_folder["notes.warc"], "Not an archive.\n", Stop);

        Assert.Equal("The archive cannot be read on: Record 1 of the archive does not begin with WARC/: this is no web archive. What was taken in before is kept.", (await ImportAsync(_folder["notes.warc"])).Error);
        Assert.Equal($"There is no folder or file {_folder["nothing"]}.", (await ImportAsync(_folder["nothing"])).Error);
    }

    private IArchiveImport Import => Pipeline.Get<IArchiveImport>();

    private Task<ArchiveResult> ImportAsync(string path) => Import.ImportAsync(path, "First", "AF", null, null, Caller.Local, null, Stop);

    private static int Count(ArchiveResult result, BackfillOutcome outcome) => result.Progress!.Counts.GetValueOrDefault(outcome);

    private static string Page(string city) =>
        Sample.Page("First", $"Bomb in {city}", Sample.Bomb(city)).Replace("</head>", "<meta property=\"article:published_time\" content=\"2026-11-10T12:00:00Z\"></head>", StringComparison.Ordinal);

    private static byte[] Answer(int status, string type, byte[] body, string? header = null) =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Sample\r\nContent-Type: {type}\r\n{(header is null ? "" : header + "\r\n")}\r\n"), .. body];

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    private static byte[] Chunked(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. bytes.Chunk(700).SelectMany(part => (byte[])[.. Encoding.ASCII.GetBytes($"{part.Length:x}\r\n"), .. part, .. "\r\n"u8]), .. "0\r\n\r\n"u8];
    }

    private static void Record(MemoryStream to, bool packed, string type, string? address, string contentType, byte[] block)
    {
        byte[] record = [.. Encoding.UTF8.GetBytes($"WARC/1.1\r\nWARC-Type: {type}\r\n{(address is null ? "" : $"WARC-Target-URI: {address}\r\n")}WARC-Date: 2026-11-11T00:00:00Z\r\nContent-Type: {contentType}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];
        if (!packed)
        {
            to.Write(record);
            return;
        }
        // A member of its own for each record, as the format asks.
        using var gzip = new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true);
        gzip.Write(record);
    }

    private sealed class StopAfter(int articles, CancellationTokenSource stop) : IProgress<Ingestion.Scheduling.PollProgress>
    {
        public void Report(Ingestion.Scheduling.PollProgress value)
        {
            if (value.Done == articles) stop.Cancel();
        }
    }
}
