using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Desk;

internal sealed class PossibleDuplicateMapping : IEntityTypeConfiguration<PossibleDuplicate>
{
    public void Configure(EntityTypeBuilder<PossibleDuplicate> builder)
    {
        builder.ToTable("possible_duplicates", table =>
        {
            table.HasCheckConstraint("ck_possible_duplicates_order", "first_id < second_id");
            table.HasCheckConstraint("ck_possible_duplicates_score", "score BETWEEN 0 AND 1");
        });
        builder.HasKey(pair => new { pair.FirstId, pair.SecondId });
        builder.HasOne<Incident>().WithMany().HasForeignKey(pair => pair.FirstId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Incident>().WithMany().HasForeignKey(pair => pair.SecondId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(pair => pair.SecondId);
    }
}
