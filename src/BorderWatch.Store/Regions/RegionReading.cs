using BorderWatch.Store.Briefs;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

/// <summary>Reads regions for those who change them.</summary>
internal static class RegionReading
{
    /// <summary>With all that they are made of.</summary>
    public static IQueryable<Region> WithParts(this IQueryable<Region> regions) => regions
        .Include(region => region.Areas).Include(region => region.Outlines).Include(region => region.Borders)
        .Include(region => region.Held).ThenInclude(nesting => nesting.Held).AsSplitQuery();

    /// <summary>A sentence where a region that is to be held is not there, or would hold its holder; null where all is well. Until the end of the transaction nobody else puts regions together.</summary>
    /// <param name="db">In a transaction.</param>
    /// <param name="region">The region that is to hold others.</param>
    /// <param name="parts">What it is to be made of.</param>
    /// <param name="cancellation">Cancels the query.</param>
    public static async Task<string?> HoldingErrorAsync(this BorderWatchDbContext db, Guid region, IReadOnlyList<RegionPart> parts, CancellationToken cancellation)
    {
        var held = parts.OfType<RegionPart.Whole>().Select(whole => whole.RegionId).ToArray();
        if (held.Length == 0) return null;
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('region_nestings'))", cancellation);
        var names = await db.Regions.Where(one => held.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, cancellation);
        if (names.Count < held.Length) return "One of the regions that should belong to it is not there any more; take it away.";
        var holding = await db.Database.SqlQuery<Guid>(
            $"""
            WITH RECURSIVE holds (top, id) AS (
                SELECT top, top FROM unnest({held}) top
                UNION SELECT h.top, n.held_id FROM holds h JOIN region_nestings n ON n.region_id = h.id)
            SELECT top AS "Value" FROM holds WHERE id = {region}
            """).ToListAsync(cancellation);
        return holding.Count == 0 ? null
            : holding[0] == region ? "A region cannot belong to itself; take it away."
            : $"\"{names[holding[0]]}\" holds this region already, so it cannot belong to it as well; take one of the two away.";
    }

    /// <summary>What uses a region, as a sentence that says what to do first; null where nothing does.</summary>
    public static async Task<string?> UseOfRegionAsync(this BorderWatchDbContext db, Guid region, CancellationToken cancellation)
    {
        var id = region.ToString();
        var holders = await db.RegionNestings.Where(nesting => nesting.HeldId == region)
            .Join(db.Regions, nesting => nesting.RegionId, holder => holder.Id, (_, holder) => holder.Name).OrderBy(name => name).Take(3).ToListAsync(cancellation);
        if (holders.Count > 0) return $"It belongs to {string.Join(", ", holders.Select(name => $"\"{name}\""))}; take it away there first.";
        var schedules = await db.Set<BriefSchedule>().CountAsync(schedule => schedule.RegionId == region, cancellation);
        if (schedules > 0) return $"Briefs of it are made on schedule ({schedules}); remove the schedules first.";
        var asking = await db.Database.SqlQuery<Asking>(
            $"""
            SELECT (SELECT count(*) FROM alert_rules WHERE filter ->> 'regionId' = {id})::int AS rules, (SELECT count(*) FROM saved_views WHERE filter ->> 'regionId' = {id})::int AS views
            """).SingleAsync(cancellation);
        return (asking.Rules, asking.Views) switch
        {
            (0, 0) => null,
            (var rules, 0) => $"Alert rules ask for it ({rules}); change or delete them first.",
            (0, var views) => $"Saved views ask for it ({views}); change or delete them first.",
            var (rules, views) => $"Alert rules ({rules}) and saved views ({views}) ask for it; change or delete them first.",
        };
    }

    private sealed record Asking(int Rules, int Views);
}
