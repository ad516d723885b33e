using System.Text.Json;
using BorderWatch.Store.Accounts;
using BorderWatch.Store.History;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BorderWatch.Store.Regions;

internal sealed class RegionCommands(IDbContextFactory<BorderWatchDbContext> contexts, IBorderLines borders, TimeProvider clock) : IRegionCommands
{
    // The database counts what the region has had so far, which may be most of a million incidents.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private readonly RegionPartCheck _check = new(borders);
    private readonly RegionWriting _writing = new(borders);

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

    public async Task<CommandResult<Guid>> ChangeAsync(Guid id, uint version, string name, IReadOnlyList<RegionPart> parts, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.ManageRegions) is { } refusal) return new(default, refusal);
        (name, parts) = (name.Trim(), RegionPartCheck.Tidy(parts));
        if ((CommandErrors.OfName(name, "region") ?? _check.Error(parts)) is { } error) return new(default, error);

        await using var db = await OpenAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.HoldingErrorAsync(id, parts, cancellation) is { } wrong) return new(default, wrong);
        var region = await db.Regions.WithParts().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (region is null) return new(default, "There is no such region any more; it may have been deleted.");
        if (region.Version != version) return Outdated();
        var (oldName, oldParts) = (region.Name, RegionPart.Of(region));
        region.Name = name;
        _writing.Change(db, region, parts);
        // The version says that the parts changed as well.
        db.Entry(region).Property(one => one.Name).IsModified = true;
        db.Add(Revise(id, by, "changed", new { name = new { from = oldName, to = name }, parts = new { from = oldParts, to = parts } }));
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new(id, null);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outdated();
        }
        catch (DbUpdateException exception) when (exception.IsTaken())
        {
            return Taken(name);
        }
    }

    public async Task<CommandResult<Guid>> DeleteAsync(Guid id, Caller by, CancellationToken cancellation)
    {
        if (by.Refusal(Permission.DeleteRegions) is { } refusal) return new(default, refusal);
        await using var db = await OpenAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var region = await db.Regions.WithParts().SingleOrDefaultAsync(one => one.Id == id, cancellation);
        if (region is null) return new(default, "There is no such region any more; it may have been deleted.");
        if (await db.UseOfRegionAsync(id, cancellation) is { } use) return new(default, use);
        db.Remove(region);
        db.Add(Revise(id, by, "deleted", new { name = new { from = region.Name, to = (string?)null }, parts = new { from = RegionPart.Of(region), to = (object?)null } }));
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new(id, null);
        }
        catch (DbUpdateException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            return new(default, "Something began to use the region in this moment; look at it again.");
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outdated();
        }
    }

    private static CommandResult<Guid> Taken(string name) => new(default, $"There is a region named \"{name}\" already; choose another name.");

    private static CommandResult<Guid> Outdated() => new(default, "Somebody else changed this region since you opened it. Open it again and make your change once more.");

    private async Task<BorderWatchDbContext> OpenAsync(CancellationToken cancellation)
    {
        var db = await contexts.CreateDbContextAsync(cancellation);
        db.Database.SetCommandTimeout(s_patience);
        return db;
    }

    private async Task<Guid?> FindAsync(string name, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Regions.Where(region => region.Name.ToLower() == name.ToLower())
            .Select(region => (Guid?)region.Id).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Null where the name is taken.</summary>
    private async Task<CommandResult<Guid>?> AddAsync(string name, IReadOnlyList<RegionPart> given, Caller by, CancellationToken cancellation)
    {
        var parts = RegionPartCheck.Tidy(given);
        if ((CommandErrors.OfName(name, "region") ?? _check.Error(parts)) is { } error) return new CommandResult<Guid>(default, error);

        await using var db = await OpenAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var region = new Region { Name = name };
        if (await db.HoldingErrorAsync(region.Id, parts, cancellation) is { } wrong) return new CommandResult<Guid>(default, wrong);
        db.Add(region);
        _writing.Change(db, region, parts);
        db.Add(Revise(region.Id, by, "created", new { name = new { from = (string?)null, to = name }, parts = new { from = (object?)null, to = parts } }));
        try
        {
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new CommandResult<Guid>(region.Id, null);
        }
        catch (DbUpdateException exception) when (exception.IsTaken())
        {
            return null;
        }
    }

    private Revision Revise(Guid region, Caller by, string action, object changes) => new()
    {
        SubjectType = "region",
        SubjectId = region,
        At = clock.GetUtcNow(),
        By = by.Name,
        Action = action,
        Changes = JsonSerializer.Serialize(changes, JsonSerializerOptions.Web),
    };
}
