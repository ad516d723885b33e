using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Tallies;

/// <summary>
/// A change in how many incidents of a region have something that a page lists by name: who took part, a province, a weapon, a toll. Kept by day,
/// and by month too, so that a year need not be added up from its days; see <see cref="RegionTally"/>.
/// </summary>
public sealed class RegionNameTally
{
    /// <summary>The region.</summary>
    public Guid RegionId { get; init; }

    /// <summary>What is named.</summary>
    public RegionNameKind Kind { get; init; }

    /// <summary>
    /// Of an actor its id; of a province "TJ/Khatlon", "TJ/" where no province is known; a weapon as it is; of a toll the people killed
    /// in ten digits, the day and the incident's id, so that the order of names is that of the gravest; of a kind of target its word.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The roles that an actor has in these incidents, "Perpetrator,Target"; empty for the other kinds.</summary>
    public required string Roles { get; init; }

    /// <summary>True where the row is of a month, and <see cref="Day"/> its first day; tolls have none.</summary>
    public bool IsMonth { get; init; }

    /// <summary>The incidents' timeline date, or the first day of its month.</summary>
    public DateOnly Day { get; init; }

    /// <summary>How many more incidents; fewer where negative.</summary>
    public int Incidents { get; init; }

    /// <summary>True until the row is folded with the others of its key.</summary>
    public bool IsFresh { get; init; }
}

/// <summary>What a <see cref="RegionNameTally"/> names.</summary>
public enum RegionNameKind
{
    /// <summary>Who took part.</summary>
    Actor,

    /// <summary>Where.</summary>
    Province,

    /// <summary>With what.</summary>
    Weapon,

    /// <summary>How many were killed, in one incident.</summary>
    Toll,

    /// <summary>What kind of target was hit: <see cref="Actors.TargetKind"/>.</summary>
    Target,
}

internal sealed class RegionNameTallyMapping : IEntityTypeConfiguration<RegionNameTally>
{
    public void Configure(EntityTypeBuilder<RegionNameTally> builder)
    {
        builder.ToTable("region_name_tallies").HasNoKey();
        // In the order of bytes, which is that of ids and of digits.
        builder.Property(tally => tally.Name).UseCollation("C");
        builder.Property(tally => tally.Roles).HasMaxLength(100).UseCollation("C");
        builder.HasIndex(tally => new { tally.RegionId, tally.Kind, tally.Name, tally.IsMonth, tally.Day }).HasDatabaseName("ix_region_name_tallies_name").IncludeProperties(tally => tally.Incidents);
        builder.HasIndex(tally => new { tally.RegionId, tally.IsMonth, tally.Day }).HasDatabaseName("ix_region_name_tallies_day")
            .IncludeProperties(tally => new { tally.Kind, tally.Name, tally.Roles, tally.Incidents });
        builder.HasIndex(tally => tally.IsFresh).HasFilter("is_fresh").HasDatabaseName("ix_region_name_tallies_fresh");
    }
}
