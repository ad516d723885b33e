using BorderWatch.Store.Articles;
using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Backfills;

internal sealed class BackfillMapping : IEntityTypeConfiguration<Backfill>
{
    public void Configure(EntityTypeBuilder<Backfill> builder)
    {
        builder.ToTable("backfills");
        builder.Property(backfill => backfill.Id).ValueGeneratedNever();
        builder.Property(backfill => backfill.Location).HasMaxLength(2000);
        builder.Property(backfill => backfill.By).HasMaxLength(200);
        builder.HasOne<Source>().WithMany().HasForeignKey(backfill => backfill.SourceId).OnDelete(DeleteBehavior.Restrict);
        // One at a time from one place: two would fetch the same pages.
        builder.HasIndex(backfill => new { backfill.SourceId, backfill.Location }).IsUnique().HasFilter("finished_at IS NULL");
    }
}

internal sealed class BackfillItemMapping : IEntityTypeConfiguration<BackfillItem>
{
    public void Configure(EntityTypeBuilder<BackfillItem> builder)
    {
        builder.ToTable("backfill_items");
        builder.Property(item => item.Id).ValueGeneratedNever();
        builder.Property(item => item.Address).HasMaxLength(2000);
        builder.HasOne<Backfill>().WithMany().HasForeignKey(item => item.BackfillId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Article>().WithMany().HasForeignKey(item => item.ArticleId).OnDelete(DeleteBehavior.SetNull);
        builder.HasIndex(item => new { item.BackfillId, item.Address }).IsUnique();
        builder.HasIndex(item => new { item.BackfillId, item.Outcome, item.DatedAt, item.Id });
    }
}
