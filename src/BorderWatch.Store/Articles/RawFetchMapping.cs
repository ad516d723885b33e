using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Articles;

// The migration keeps PostgreSQL from packing the column again: it is packed already.
internal sealed class RawFetchMapping : IEntityTypeConfiguration<RawFetch>
{
    public void Configure(EntityTypeBuilder<RawFetch> builder)
    {
        builder.ToTable("raw_fetches", table =>
        {
            table.HasCheckConstraint("ck_raw_fetches_hash", "length(hash) = 32");
            table.HasCheckConstraint("ck_raw_fetches_length", "length >= 0");
        });
        builder.Property(raw => raw.Id).ValueGeneratedNever();
        builder.Property(raw => raw.ContentType).HasMaxLength(200);
        builder.HasOne<Source>().WithMany().HasForeignKey(raw => raw.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(raw => new { raw.SourceId, raw.Hash }).IsUnique();
        builder.HasIndex(raw => raw.FetchedAt);
    }
}
