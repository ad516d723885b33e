using BorderWatch.Store.Articles;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Incidents;

internal sealed class ReportMapping : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("reports", table =>
        {
            table.HasCheckConstraint("ck_reports_ordinal", "ordinal >= 0");
            table.HasCheckConstraint("ck_reports_confidence", "confidence BETWEEN 0 AND 1");
            table.HasCheckConstraint("ck_reports_learnt", "rules_confidence BETWEEN 0 AND 1 AND incident_likelihood BETWEEN 0 AND 1");
            table.HasCheckConstraint("ck_reports_match_score", "match_score BETWEEN 0 AND 1");
        });
        builder.Property(report => report.Id).ValueGeneratedNever();
        builder.Property(report => report.Title).HasMaxLength(1000);
        builder.HasOne<Incident>().WithMany(incident => incident.Reports).HasForeignKey(report => report.IncidentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Article>().WithMany().HasForeignKey(report => report.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ArticleRevision>().WithMany().HasForeignKey(report => report.ArticleRevisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(report => report.IncidentId);
        builder.HasIndex(report => report.ArticleId);
        builder.HasIndex(report => report.IncidentId, "unlikely").HasFilter("incident_likelihood < 0.5 AND superseded_at IS NULL").HasDatabaseName("ix_reports_unlikely");
        // A revision that is extracted anew has the superseded reports beside those that stand.
        builder.HasIndex(report => new { report.ArticleRevisionId, report.Ordinal }).IsUnique().HasFilter("superseded_at IS NULL");
    }
}
