using BorderWatch.Store.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Articles;

internal sealed class ReprocessRunMapping : IEntityTypeConfiguration<ReprocessRun>
{
    public void Configure(EntityTypeBuilder<ReprocessRun> builder)
    {
        builder.ToTable("reprocess_runs");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Property(run => run.Extractor).HasMaxLength(100);
        builder.Property(run => run.By).HasMaxLength(200);
        builder.HasOne<Source>().WithMany().HasForeignKey(run => run.SourceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(run => run.StartedAt);
    }
}
