using BorderWatch.Store.Articles;
using BorderWatch.Store.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BorderWatch.Store.Opinions;

internal sealed class SecondOpinionMapping : IEntityTypeConfiguration<SecondOpinion>
{
    public void Configure(EntityTypeBuilder<SecondOpinion> builder)
    {
        builder.ToTable("second_opinions");
        builder.Property(opinion => opinion.Id).ValueGeneratedNever();
        builder.Property(opinion => opinion.RequestedBy).HasMaxLength(200);
        builder.Property(opinion => opinion.Extractor).HasMaxLength(100);
        builder.Property(opinion => opinion.Error).HasMaxLength(1000);
        builder.HasOne<Article>().WithMany().HasForeignKey(opinion => opinion.ArticleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<ArticleRevision>().WithMany().HasForeignKey(opinion => opinion.ArticleRevisionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(opinion => opinion.ArticleRevisionId).IsUnique();
        builder.HasIndex(opinion => opinion.ArticleId);
        builder.HasIndex(opinion => opinion.DueAt).HasFilter("state = 'Waiting'").HasDatabaseName("ix_second_opinions_due");
    }
}

internal sealed class OpinionClaimMapping : IEntityTypeConfiguration<OpinionClaim>
{
    public void Configure(EntityTypeBuilder<OpinionClaim> builder)
    {
        builder.ToTable("opinion_claims", table =>
        {
            table.HasCheckConstraint("ck_opinion_claims_quote", "quote <> '' AND quote_start >= 0 AND quote_end > quote_start");
            table.HasCheckConstraint("ck_opinion_claims_value", "value ? 'is'");
            table.HasCheckConstraint("ck_opinion_claims_verdict", "(report_id IS NULL) = (verdict IS NULL)");
        });
        builder.Property(claim => claim.Id).ValueGeneratedNever();
        builder.Property(claim => claim.Value).HasColumnType("jsonb");
        builder.HasOne<SecondOpinion>().WithMany(opinion => opinion.Claims).HasForeignKey(claim => claim.OpinionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Report>().WithMany().HasForeignKey(claim => claim.ReportId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(claim => claim.OpinionId);
        builder.HasIndex(claim => claim.ReportId);
        // What the desk asks for.
        builder.HasIndex([nameof(OpinionClaim.ReportId)], "Open").HasDatabaseName("ix_opinion_claims_open").HasFilter("verdict <> 'Agrees'");
    }
}

internal sealed class OpinionCallMapping : IEntityTypeConfiguration<OpinionCall>
{
    public void Configure(EntityTypeBuilder<OpinionCall> builder)
    {
        builder.ToTable("opinion_calls", table => table.HasCheckConstraint("ck_opinion_calls_charge", "tokens >= 0 AND cost >= 0"));
        builder.Property(call => call.Id).ValueGeneratedNever();
        builder.Property(call => call.Outcome).HasMaxLength(1000);
        builder.Property(call => call.Cost).HasPrecision(18, 6);
        builder.HasOne<SecondOpinion>().WithMany().HasForeignKey(call => call.OpinionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(call => call.At);
    }
}
