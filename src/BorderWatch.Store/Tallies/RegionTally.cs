using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Tallies;

/// <summary>
/// A change in a region's figures for a day and type; the rows of one key add up to the figures. Casualty sums are as
/// <see cref="Regions.PeriodFigures"/> says, with how many incidents say anything and how many of those name no upper bound.
/// </summary>
public sealed class RegionTally
{
    /// <summary>The region.</summary>
    public Guid RegionId { get; init; }

    /// <summary>The incidents' timeline date.</summary>
    public DateOnly TimelineDate { get; init; }

    /// <summary>ACLED event type.</summary>
    public required string EventType { get; init; }

    /// <summary>How many more incidents; fewer where negative, as with every other number here.</summary>
    public int Incidents { get; init; }

    /// <summary>Those that no editor has confirmed.</summary>
    public int Unreviewed { get; init; }

    /// <summary>Those of which no report says whether anybody was killed.</summary>
    public int WithoutToll { get; init; }

    /// <summary>Those whose reports contradict each other.</summary>
    public int InConflict { get; init; }

    /// <summary>Lowest numbers of people killed.</summary>
    public long KilledLow { get; init; }

    /// <summary>Likeliest numbers, else the lowest.</summary>
    public long KilledBest { get; init; }

    /// <summary>Highest numbers.</summary>
    public long KilledHigh { get; init; }

    /// <summary>Incidents that say anything of people killed.</summary>
    public int KilledSaid { get; init; }

    /// <summary>Those of them that name a number and no upper bound.</summary>
    public int KilledUnbounded { get; init; }

    /// <summary>Lowest numbers of people injured.</summary>
    public long InjuredLow { get; init; }

    /// <summary>Likeliest numbers, else the lowest.</summary>
    public long InjuredBest { get; init; }

    /// <summary>Highest numbers.</summary>
    public long InjuredHigh { get; init; }

    /// <summary>Incidents that say anything of people injured.</summary>
    public int InjuredSaid { get; init; }

    /// <summary>Those of them that name a number and no upper bound.</summary>
    public int InjuredUnbounded { get; init; }

    /// <summary>Lowest numbers of people abducted.</summary>
    public long AbductedLow { get; init; }

    /// <summary>Likeliest numbers, else the lowest.</summary>
    public long AbductedBest { get; init; }

    /// <summary>Highest numbers.</summary>
    public long AbductedHigh { get; init; }

    /// <summary>Incidents that say anything of people abducted.</summary>
    public int AbductedSaid { get; init; }

    /// <summary>Those of them that name a number and no upper bound.</summary>
    public int AbductedUnbounded { get; init; }

    /// <summary>True until the row is folded with the others of its key.</summary>
    public bool IsFresh { get; init; }
}

internal sealed class RegionTallyMapping : IEntityTypeConfiguration<RegionTally>
{
    public void Configure(EntityTypeBuilder<RegionTally> builder)
    {
        builder.ToTable("region_tallies").HasNoKey();
        builder.Property(tally => tally.EventType).HasMaxLength(40);
        // A page reads a few thousand rows of a region, which lie among those of the others: from the index alone.
        builder.HasIndex(tally => new { tally.RegionId, tally.TimelineDate }).HasDatabaseName("ix_region_tallies").IncludeProperties(tally => new
        {
            tally.EventType,
            tally.Incidents,
            tally.Unreviewed,
            tally.WithoutToll,
            tally.InConflict,
            tally.KilledLow,
            tally.KilledBest,
            tally.KilledHigh,
            tally.KilledSaid,
            tally.KilledUnbounded,
            tally.InjuredLow,
            tally.InjuredBest,
            tally.InjuredHigh,
            tally.InjuredSaid,
            tally.InjuredUnbounded,
            tally.AbductedLow,
            tally.AbductedBest,
            tally.AbductedHigh,
            tally.AbductedSaid,
            tally.AbductedUnbounded,
        });
        builder.HasIndex(tally => tally.IsFresh).HasFilter("is_fresh").HasDatabaseName("ix_region_tallies_fresh");
    }
}
