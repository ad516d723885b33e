using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Sources;

// The migration adds a unique index on lower(name): EF's model cannot say it.
internal sealed class SourceMapping : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.ToTable("sources", table =>
        {
            table.HasCountryCheck("ck_sources_country");
            table.HasCheckConstraint("ck_sources_poll_interval", "poll_interval > interval '0'");
        });
        builder.Property(source => source.Id).ValueGeneratedNever();
        builder.Property(source => source.Name).HasMaxLength(200);
        builder.Property(source => source.FeedUrl).HasMaxLength(2000);
        builder.Property(source => source.CountryCode).HasMaxLength(2);
        builder.Property(source => source.ETag).HasColumnName("etag");
        builder.Property(source => source.Version).IsRowVersion();
        builder.HasIndex(source => source.FeedUrl).IsUnique();
    }
}
