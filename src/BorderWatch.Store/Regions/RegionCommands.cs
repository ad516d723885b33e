using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using Microsoft.EntityFrameworkCore;

namespace BorderWatch.Store.Regions;

internal sealed class RegionCommands(IDbContextFactory<BorderWatchDbContext> contexts, TimeProvider clock) : IRegionCommands
{
    // The database counts what the region has had so far, which may be most of a million incidents.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    public async Task<CommandResult<Guid>> CreateAsync(string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(default, refusal);
        name = name.Trim();
        if (await FindAsync(name, cancellation) is not null) return Taken(name);
        return await AddAsync(name, parts, by, cancellation) ?? Taken(name);
    }

    public async Task<CommandResult<Guid>> EnsureAsync(string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(default, refusal);
        name = name.Trim();
        if (await FindAsync(name, cancellation) is { } there) return new(there, null);
        if (await AddAsync(name, parts, by, cancellation) is { } added) return added;
        // Somebody else made it in this moment.
        return await FindAsync(name, cancellation) is { } made ? new(made, null) : Taken(name);
    }

    private static CommandResult<Guid> Taken(string name) => new(default, $"There is a region named \"{name}\" already; choose another name.");

    private async Task<Guid?> FindAsync(string name, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Regions.Where(region => region.Name.ToLower() == name.ToLower())
            .Select(region => (Guid?)region.Id).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Null where the name is taken.</summary>
    private async Task<CommandResult<Guid>?> AddAsync(string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation)
    {
        var areas = parts.Select(part => new RegionPart(part.CountryCode.Trim().ToUpperInvariant(), part.Admin1?.Trim() is { Length: > 0 } admin1 ? admin1 : null)).Distinct().ToList();
        var error = CommandErrors.OfName(name, "region")
            ?? (areas.Count == 0 ? "Choose at least one country or province." : null)
            ?? areas.Select(area => CommandErrors.OfCountry(area.CountryCode)).FirstOrDefault(sentence => sentence is not null);
        if (error is not null) return new CommandResult<Guid>(default, error);

        var whole = areas.Where(area => area.Admin1 is null).Select(area => area.CountryCode).ToHashSet();
        areas.RemoveAll(area => area.Admin1 is not null && whole.Contains(area.CountryCode));

        await using var db = await contexts.CreateDbContextAsync(cancellation);
        db.Database.SetCommandTimeout(s_patience);
        var region = new Region { Name = name };
        region.Areas.AddRange(areas.Select(area => new RegionArea { RegionId = region.Id, CountryCode = area.CountryCode, Admin1 = area.Admin1 }));
        db.Add(region);
        db.Add(new Revision
        {
            SubjectType = "region",
            SubjectId = region.Id,
            At = clock.GetUtcNow(),
            By = by.Name,
            Action = "created",
            Changes = JsonSerializer.Serialize(new
            {
                name = new { from = (string?)null, to = name },
                areas = new { from = (object?)null, to = areas.Select(area => new { country = area.CountryCode, admin1 = area.Admin1 }) },
            }),
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new CommandResult<Guid>(region.Id, null);
        }
        catch (DbUpdateException exception) when (exception.IsTaken())
        {
            return null;
        }
    }
}
