using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Rulings;

internal sealed class RulingMapping : IEntityTypeConfiguration<Ruling>
{
    public void Configure(EntityTypeBuilder<Ruling> builder)
    {
        builder.ToTable("rulings", table =>
        {
            table.HasCheckConstraint("ck_rulings_values", "jsonb_typeof(\"values\") = 'array' AND jsonb_typeof(known) = 'array'");
            table.HasCheckConstraint("ck_rulings_quote", "num_nulls(quote, article_revision_id, quote_start, quote_end) IN (0, 4) AND quote <> '' AND quote_start >= 0 AND quote_end > quote_start");
            table.HasCheckConstraint("ck_rulings_field", "field <> 'Reaction'");
        });
        builder.Property(ruling => ruling.Id).ValueGeneratedNever();
        builder.Property(ruling => ruling.Values).HasColumnType("jsonb");
        builder.Property(ruling => ruling.Known).HasColumnType("jsonb");
        builder.Property(ruling => ruling.Reason).HasMaxLength(2000);
        builder.Property(ruling => ruling.By).HasMaxLength(200);
        builder.HasOne<Incident>().WithMany().HasForeignKey(ruling => ruling.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ArticleRevision>().WithMany().HasForeignKey(ruling => ruling.ArticleRevisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(ruling => ruling.ArticleRevisionId);
        builder.HasIndex(ruling => new { ruling.IncidentId, ruling.Field, ruling.At });
        // Two editors on one field at one moment: one of them is told.
        builder.HasIndex(ruling => new { ruling.IncidentId, ruling.Field }).IsUnique().HasFilter("superseded_at IS NULL").HasDatabaseName("ix_rulings_standing");
    }
}
