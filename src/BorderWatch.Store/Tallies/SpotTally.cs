using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Tallies;

/// <summary>A change in what is shown at a place, by type and by how precisely the place is known; see <see cref="DayTally"/>.</summary>
public sealed class SpotTally
{
    /// <summary>The place; null for incidents of which no report says where.</summary>
    public Guid? PlaceId { get; init; }

    /// <summary>How precisely the place is known; null where there is none.</summary>
    public PlacePrecision? PlacePrecision { get; init; }

    /// <summary>ACLED event type.</summary>
    public required string EventType { get; init; }

    /// <summary>How many more; fewer where negative.</summary>
    public int Incidents { get; init; }

    /// <summary>People killed in them, the likeliest number, else the lowest.</summary>
    public long Killed { get; init; }
}

internal sealed class SpotTallyMapping : IEntityTypeConfiguration<SpotTally>
{
    public void Configure(EntityTypeBuilder<SpotTally> builder)
    {
        builder.ToTable("spot_tallies").HasNoKey();
        builder.Property(tally => tally.EventType).HasMaxLength(40);
        builder.HasIndex(tally => tally.PlaceId).HasDatabaseName("ix_spot_tallies");
    }
}
