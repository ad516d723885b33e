using System.Text;
using BorderWatch.Cli.Database;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Reading;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Sources;

namespace BorderWatch.Cli.Ingest;

/// <summary>Finds out what it is given, and takes it in.</summary>
internal sealed class Ingestor(OpenStore store, string? outlet, string? country)
{
    private static readonly Caller s_by = Caller.Local;

    /// <summary>Takes one thing in and prints what came of it. Returns the exit status.</summary>
    public Task<int> TakeAsync(string what, CancellationToken cancellation) =>
        what == "-" ? FromInputAsync(cancellation)
        : Uri.TryCreate(what, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? FromAddressAsync(what, cancellation)
        : FromFileAsync(what, cancellation);

    private async Task<int> FromAddressAsync(string address, CancellationToken cancellation)
    {
        if (await SourceOfAsync(address, cancellation) is { } known) return await PollAsync(known.Id, known.Name, cancellation);
        var look = await store.Get<IFeedDesk>().LookAsync(address, s_by, cancellation);
        if (look.Feed is not null) return await AddAndPollAsync(address, look.Feed, cancellation);
        if (look.Error is not null && look.Named.Count == 0 && await PageAsync(address, cancellation) is { } status) return status;
        if (look.Named.Count == 0) return Fail(address, look.Error!);
        // A page that names feeds may be an article; its words decide.
        return await PageAsync(address, cancellation) ?? Fail(address, $"This page is no article. It names feeds: {string.Join(", ", look.Named.Select(f => f.Address))}");
    }

    private async Task<int> AddAndPollAsync(string address, Feed feed, CancellationToken cancellation)
    {
        var name = outlet ?? feed.Title ?? new Uri(address).Host;
        var added = await store.Get<ISourceCommands>().AddFeedAsync(name.Length <= 200 ? name : name[..200], address, country, s_by, cancellation);
        return added.Error is null ? await PollAsync(added.Value, name, cancellation) : Fail(address, added.Error);
    }

    private async Task<int> PollAsync(Guid source, string name, CancellationToken cancellation) =>
        ResultWords.Print(name, await store.Get<IFeedPoller>().PollAsync(source, s_by, new ConsoleProgress(), cancellation));

    private async Task<Source?> SourceOfAsync(string address, CancellationToken cancellation) =>
        (await store.Get<ISourceQuery>().ListAsync(cancellation)).Select(s => s.Source).FirstOrDefault(s => s.FeedUrl == address);

    // Null where the page holds no article.
    private async Task<int?> PageAsync(string address, CancellationToken cancellation)
    {
        var preview = await store.Get<IArticleDesk>().PreviewUrlAsync(address, s_by, cancellation);
        return preview.Preview is null ? null : await SaveAsync(preview, address, cancellation);
    }

    private async Task<int> FromFileAsync(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path)) return Fail(path, "There is no such file, and it is no address that begins with http:// or https://.");
        try
        {
            return await FromBytesAsync(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation), cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Fail(path, $"The file cannot be read: {fault.Message}");
        }
    }

    private async Task<int> FromInputAsync(CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(bytes, cancellation);
        return await FromBytesAsync("Standard input", bytes.ToArray(), cancellation);
    }

    private async Task<int> FromBytesAsync(string name, byte[] bytes, CancellationToken cancellation)
    {
        var reading = FeedReader.Read(bytes);
        if (reading.Feed is { } feed)
        {
            var result = await store.Get<IFeedDesk>().TakeAsync(feed, outlet ?? feed.Title ?? name, country, s_by, new ConsoleProgress(), cancellation);
            return ResultWords.Print(outlet ?? feed.Title ?? name, result);
        }
        var text = Encoding.UTF8.GetString(bytes);
        if (text.AsSpan().TrimStart("\uFEFF \t\r\n") is not ['<', ..]) return await SaveAsync(store.Get<IArticleDesk>().PreviewText(null, text, null, outlet, s_by), name, cancellation);
        var page = PageReader.Read(text);
        return page.Text.Length == 0 ? Fail(name, reading.Error!)
            : await SaveAsync(store.Get<IArticleDesk>().PreviewText(page.Title, page.Text, page.PublishedAt, outlet ?? page.SiteName, s_by), name, cancellation);
    }

    private async Task<int> SaveAsync(DeskResult read, string name, CancellationToken cancellation)
    {
        if (read.Preview is not { } preview) return Fail(name, read.Error!);
        var result = await store.Get<IArticleDesk>().SaveAsync(preview, s_by, cancellation);
        if (result.Value is not { } saved) return Fail(name, result.Error!);
        Console.WriteLine($"{name}: {(saved.IsNew ? "a new article" : "an article that is here already")}, {saved.Incidents.Count} incidents, {saved.NewIncidents} of them new.");
        foreach (var incident in preview.Result.Incidents) Console.WriteLine($"  {incident.Kind.Type}: {incident.Title}");
        return 0;
    }

    private static int Fail(string what, string error)
    {
        Console.Error.WriteLine($"{what}: {error}");
        return 1;
    }
}
