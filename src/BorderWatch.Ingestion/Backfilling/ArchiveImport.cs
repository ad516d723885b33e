using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BorderWatch.Ingestion.Articles;
using BorderWatch.Ingestion.Desk;
using BorderWatch.Ingestion.Feeds;
using BorderWatch.Ingestion.Reading;
using BorderWatch.Ingestion.Scheduling;
using BorderWatch.Store;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.Articles;
using BorderWatch.Store.Backfills;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Ingestion.Backfilling;

/// <inheritdoc cref="IArchiveImport"/>
internal sealed partial class ArchiveImport(
    IDbContextFactory<BorderWatchDbContext> contexts, OutletSource sources, BackfillTaking taking, IBackfillQuery query, TimeProvider time) : IArchiveImport
{
    // What the store's index takes, in bytes; no article has a longer address.
    private const int LongestKey = 2000;

    /// <inheritdoc />
    public async Task<ArchiveResult> ImportAsync(
        string path, string outlet, string? countryCode, DateOnly? from, DateOnly? to, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageSources) is { } refusal) return Refused(refusal);
        var full = Path.GetFullPath(path);
        var isFolder = Directory.Exists(full);
        if (Encoding.UTF8.GetByteCount(full) > LongestKey) return Refused($"The path is longer than {LongestKey} bytes: move the archive to a shorter one.");
        if (!isFolder && !File.Exists(full)) return Refused($"There is no folder or file {full}.");
        var source = await sources.OfAsync(outlet, countryCode, cancellation);
        var backfill = await BeginAsync(source, isFolder ? BackfillKind.Folder : BackfillKind.WebArchive, full, from, to, by, cancellation);
        await using var held = await WorkLock.TryTakeAsync(contexts, backfill.Id, cancellation);
        if (held is null) return Refused("Another process takes this archive in just now: wait until it is done.");
        try
        {
            var (incidents, reports) = isFolder
                ? await TakeAsync(backfill, source, FolderAsync(full, backfill, cancellation), by, progress, cancellation)
                : await FileAsync(full, backfill, source, by, progress, cancellation);
            await FinishAsync(backfill, cancellation);
            return new ArchiveResult(await query.FindAsync(backfill.Id, cancellation), incidents, reports, null);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new ArchiveResult(await query.FindAsync(backfill.Id, cancellation), 0, 0, $"The archive cannot be read on: {fault.Message} What was taken in before is kept.");
        }
    }

    private async Task<(int Incidents, int Reports)> FileAsync(string path, Backfill backfill, Source source, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return await TakeAsync(backfill, source, WebArchive.ReadAsync(file, cancellation), by, progress, cancellation);
    }

    // The files are listed first, so that how many are left can be told.
    private async IAsyncEnumerable<ArchivedPage> FolderAsync(string folder, Backfill backfill, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var known = await KeysAsync(backfill.Id, null, cancellation);
        await using (var db = await contexts.CreateDbContextAsync(cancellation))
        {
            db.BackfillItems.AddRange(FolderArchive.List(folder).Where(f => !known.Contains(f)).Select(f => new BackfillItem { BackfillId = backfill.Id, Address = f }));
            await db.SaveChangesAsync(cancellation);
        }
        var waiting = await KeysAsync(backfill.Id, BackfillOutcome.Waiting, cancellation);
        await foreach (var page in FolderArchive.ReadAsync(folder, waiting.Order(StringComparer.Ordinal), cancellation)) yield return page;
    }

    private async Task<(int Incidents, int Reports)> TakeAsync(Backfill backfill, Source source, IAsyncEnumerable<ArchivedPage> pages, Caller by, IProgress<PollProgress>? progress, CancellationToken cancellation)
    {
        var (done, incidents, reports) = (0, 0, 0);
        var settled = backfill.Kind == BackfillKind.WebArchive ? await KeysAsync(backfill.Id, null, cancellation) : [];
        await foreach (var page in pages.WithCancellation(cancellation))
        {
            if (Encoding.UTF8.GetByteCount(page.Key) > LongestKey || !settled.Add(page.Key)) continue;
            progress?.Report(new PollProgress(done++, null, page.Key));
            var item = new BackfillItem { BackfillId = backfill.Id, Address = page.Key };
            var taken = await taking.TakeAsync(backfill, item, () => Task.FromResult(Read(source, page, by)), cancellation);
            (incidents, reports) = (incidents + (taken?.NewIncidents ?? 0), reports + (taken?.JoinedReports ?? 0));
        }
        progress?.Report(new PollProgress(done, done, "Done"));
        return (incidents, reports);
    }

    private (IncomingArticle Article, string? Error) Read(Source source, ArchivedPage page, Caller by)
    {
        var text = page.Fault is null ? FeedEncoding.Decode(page.Body, page.ContentType) : "";
        var read = page.IsPage ? PageReader.Read(text, page.Address) : PlainText(text);
        var url = PageAddress.Canonical(page.Address ?? read.CanonicalUrl) is { Length: <= 2000 } canonical ? canonical : null;
        var published = read.PublishedAt ?? DayInName(page.Key);
        if (published > time.GetUtcNow().AddDays(1)) published = null;
        return (new IncomingArticle(
            source.Id, source.Name, source.CountryCode, url, url is null ? $"file:{page.Key}" : null, published, ArticleWords.CleanTitle(read.Title), ArticleWords.Clean(read.Text), read.Author, by.Name)
        { TextFrom = page.IsPage ? TextOrigin.Page : TextOrigin.Given }, page.Fault);
    }

    // A first line that a blank line follows is the headline.
    private static PageArticle PlainText(string text)
    {
        var words = ArticleWords.Clean(text.TrimStart('\uFEFF'));
        var blank = words.IndexOf("\n\n", StringComparison.Ordinal);
        var hasHeadline = blank is > 0 and < 300 && !words.AsSpan(0, blank).Contains('\n');
        return new PageArticle(hasHeadline ? words[..blank] : "", hasHeadline ? words[(blank + 2)..] : words, null, null, null, null, null);
    }

    private static DateTimeOffset? DayInName(string path) => NamedDay().Match(Path.GetFileName(path)) is { Success: true } m
        && DateOnly.TryParseExact($"{m.Groups[1]}-{m.Groups[2]}-{m.Groups[3]}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null;

    private async Task<Backfill> BeginAsync(Source source, BackfillKind kind, string location, DateOnly? from, DateOnly? to, Caller by, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        if (await db.Backfills.AsNoTracking().FirstOrDefaultAsync(b => b.SourceId == source.Id && b.Location == location && b.FinishedAt == null, cancellation) is { } broken && broken.From == from && broken.To == to) return broken;
        await db.Backfills.Where(b => b.SourceId == source.Id && b.Location == location && b.FinishedAt == null)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.FinishedAt, time.GetUtcNow()).SetProperty(x => x.State, BackfillState.Finished).SetProperty(x => x.Note, "Another period was asked for."), cancellation);
        var backfill = new Backfill
        {
            SourceId = source.Id,
            Kind = kind,
            Location = location,
            From = from,
            To = to,
            By = by.Name,
            StartedAt = time.GetUtcNow(),
        };
        db.Backfills.Add(backfill);
        await db.SaveChangesAsync(cancellation);
        return backfill;
    }

    private async Task FinishAsync(Backfill backfill, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var now = time.GetUtcNow();
        await db.Backfills.Where(b => b.Id == backfill.Id).ExecuteUpdateAsync(b => b.SetProperty(x => x.State, BackfillState.Finished).SetProperty(x => x.FinishedAt, now).SetProperty(x => x.ListedAt, x => x.ListedAt ?? now), cancellation);
    }

    private async Task<HashSet<string>> KeysAsync(Guid id, BackfillOutcome? outcome, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.BackfillItems.Where(i => i.BackfillId == id && (outcome == null || i.Outcome == outcome)).Select(i => i.Address).ToHashSetAsync(StringComparer.Ordinal, cancellation);
    }

    private static ArchiveResult Refused(string error) => new(null, 0, 0, error);

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)")]
    private static partial Regex NamedDay();
}
