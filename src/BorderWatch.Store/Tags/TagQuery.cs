using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Tags;

internal sealed class TagQuery(IDbContextFactory<BorderWatchDbContext> contexts) : ITagQuery
{
    public async Task<IReadOnlyList<TagRow>> ListAsync(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var counts = await db.Incidents.Where(incident => incident.MergedIntoId == null && incident.Status != IncidentStatus.Rejected)
            .SelectMany(incident => incident.Tags).GroupBy(tag => tag.Id).Select(of => new { of.Key, Count = of.Count() })
            .ToDictionaryAsync(of => of.Key, of => of.Count, cancellation);
        var merged = (await db.Tags.Where(tag => tag.MergedIntoId != null).OrderBy(tag => tag.Name).Select(tag => new { tag.MergedIntoId, tag.Name }).ToListAsync(cancellation))
            .ToLookup(tag => tag.MergedIntoId!.Value, tag => tag.Name);
        var rows = await db.Tags.AsNoTracking().Include(tag => tag.Synonyms).Where(tag => tag.MergedIntoId == null).ToListAsync(cancellation);
        return [.. rows.Select(tag => new TagRow(
                tag.Id, tag.Name, tag.Group, tag.Colour, tag.RetiredAt, [.. tag.Synonyms.Select(synonym => synonym.Name).Order(StringComparer.OrdinalIgnoreCase)],
                [.. merged[tag.Id]], counts.GetValueOrDefault(tag.Id)))
            .OrderBy(tag => tag.Group is null).ThenBy(tag => tag.Group, StringComparer.OrdinalIgnoreCase).ThenBy(tag => tag.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public async Task<IReadOnlyList<TagOffer>> OfferedAsync(int most, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var offered = db.Tags.AsNoTracking().Where(tag => tag.MergedIntoId == null && tag.RetiredAt == null);
        var names = await offered.OrderBy(tag => tag.Group == null).ThenBy(tag => tag.Name).Take(most).Select(tag => new TagOffer(tag.Name, tag.Name, tag.Group)).ToListAsync(cancellation);
        var synonyms = await offered.SelectMany(tag => tag.Synonyms, (tag, synonym) => new { synonym.Name, Tag = tag.Name, tag.Group })
            .OrderBy(synonym => synonym.Name).Take(most - names.Count).Select(synonym => new TagOffer(synonym.Name, synonym.Tag, synonym.Group)).ToListAsync(cancellation);
        return [.. names, .. synonyms];
    }
}
