using System.Globalization;
using BorderWatch.Store.Incidents;
using BorderWatch.Store.Timeline;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Briefs;

internal sealed class BriefQuery(IDbContextFactory<BorderWatchDbContext> contexts) : IBriefQuery
{
    private const int Most = 200;

    public async Task<IReadOnlyList<BriefLine>> ListAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Set<Brief>().AsNoTracking()
            .Select(brief => new { brief, newest = brief.Versions.OrderByDescending(version => version.Number).First() })
            .OrderByDescending(row => row.newest.SavedAt).ThenByDescending(row => row.brief.Id).Take(Most)
            .Select(row => new BriefLine(row.brief.Id, row.newest.Title, row.brief.From, row.brief.To, row.brief.Status, row.newest.Number, row.newest.SavedAt, row.newest.SavedBy))
            .ToListAsync(cancellation);
    }

    public async Task<BriefReading?> ReadAsync(Guid briefId, int? number, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var brief = await db.Set<Brief>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == briefId, cancellation);
        if (brief is null) return null;
        var versions = db.Set<BriefVersion>().AsNoTracking().Where(version => version.BriefId == briefId);
        var newest = await versions.MaxAsync(version => version.Number, cancellation);
        var wanted = number ?? newest;
        if (await versions.SingleOrDefaultAsync(version => version.Number == wanted, cancellation) is not { } read) return null;
        var content = BriefContent.Parse(read.Content);
        return new BriefReading(
            brief.Id, brief.RegionId, brief.From, brief.To, read.Number == newest ? brief.Status : BriefStatus.Draft, read.Number, newest,
            new BriefText(read.Title, read.Assessment, read.Outlook), content, read.SavedAt, read.SavedBy, await SinceAsync(db, brief, content, cancellation),
            brief.DueAt is { } due ? new ScheduledBrief(due, brief.CreatedAt, brief.Skipped, brief.SkippedFrom) : null);
    }

    private static async Task<IReadOnlyList<BriefChange>> SinceAsync(BorderWatchDbContext db, Brief brief, BriefContent content, CancellationToken cancellation)
    {
        var changes = new List<BriefChange>();
        if (brief.RegionId is { } region)
        {
            var count = await db.IncidentsOf(new TimelineFilter { RegionId = region, From = brief.From, To = brief.To }).CountAsync(cancellation);
            Add(null, "All incidents of the period", "incidents", Number(content.Now.Incidents), Number(count));
        }
        var current = await BriefFigures.IncidentsAsync(db, [.. content.Incidents.Select(incident => incident.Id)], cancellation);
        foreach (var told in content.Incidents)
        {
            if (!current.TryGetValue(told.Id, out var now))
            {
                changes.Add(new BriefChange(told.Id, told.Title, "incident", "told", "no longer there: merged into another, or deleted"));
                continue;
            }
            Add(told.Id, told.Title, "killed", Toll(told.Killed), Toll(now.Killed));
            Add(told.Id, told.Title, "injured", Toll(told.Injured), Toll(now.Injured));
            Add(told.Id, told.Title, "abducted", Toll(told.Abducted), Toll(now.Abducted));
            Add(told.Id, told.Title, "date", Day(told.Date), Day(now.Date));
            Add(told.Id, told.Title, "place", told.Place ?? "not said", now.Place ?? "not said");
            Add(told.Id, told.Title, "type", told.EventType, now.EventType);
            Add(told.Id, told.Title, "status", told.Status.ToString().ToLowerInvariant(), now.Status.ToString().ToLowerInvariant());
        }
        return changes;

        void Add(Guid? incident, string what, string field, string from, string to)
        {
            if (from != to) changes.Add(new BriefChange(incident, what, field, from, to));
        }
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Toll(CasualtyCount count) => (count.Low, count.Best, count.High) switch
    {
        (null, null, null) => "not said",
        var (low, best, high) when low == best && best == high => Number(best!.Value),
        var (low, best, high) => string.Join(", ", new[] { best is { } b ? $"probably {Number(b)}" : null, low is { } l ? $"at least {Number(l)}" : null, high is { } h ? $"at most {Number(h)}" : null }.OfType<string>()),
    };
}
