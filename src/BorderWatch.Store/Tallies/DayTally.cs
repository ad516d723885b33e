using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Tallies;

/// <summary>
/// A change in how many incidents are shown for a day, type and country; the rows of one key add up to the number. The database writes one
/// whenever an incident comes, goes or changes, so that nobody waits for anybody else's row; <see cref="ITallies"/> folds them together.
/// </summary>
public sealed class DayTally
{
    /// <summary>The incidents' timeline date.</summary>
    public DateOnly TimelineDate { get; init; }

    /// <summary>ACLED event type.</summary>
    public required string EventType { get; init; }

    /// <summary>ISO 3166-1 alpha-2; null where it is not known.</summary>
    public string? CountryCode { get; init; }

    /// <summary>How many more; fewer where negative.</summary>
    public int Incidents { get; init; }
}

internal sealed class DayTallyMapping : IEntityTypeConfiguration<DayTally>
{
    public void Configure(EntityTypeBuilder<DayTally> builder)
    {
        builder.ToTable("day_tallies").HasNoKey();
        builder.Property(tally => tally.EventType).HasMaxLength(40);
        builder.Property(tally => tally.CountryCode).HasMaxLength(2);
        builder.HasIndex(tally => tally.TimelineDate).HasDatabaseName("ix_day_tallies").IncludeProperties(tally => new { tally.EventType, tally.CountryCode, tally.Incidents });
    }
}
